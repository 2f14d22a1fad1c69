/// Where text and records lose the personal data of buyers, which is not kept.
package enum PersonalData {
    /// The longest remark that is kept, in Unicode scalars: one character may be any number of them.
    private static let scalarsMax = 64

    /// A seller's remark without phone numbers, ids and addresses, each replaced by `***`, cut to 64 Unicode scalars
    /// between two characters.
    ///
    /// - Seven digits in a row or more, Chinese or full-width numerals and an id's final X included, unless
    ///   they are a date; ten or more divided by single spaces, dashes, dots or brackets.
    /// - A road, lane or estate with a house number behind it, a village with one right behind it, and two
    ///   consecutive parts of a building (`3栋502室`), from the last punctuation or space before them on.
    package static func masked(_ text: String) -> String {
        if text.isEmpty { return text }
        var scalars = Array(text.unicodeScalars)
        scalars = replacing(NumberPattern.ranges(in: scalars), in: scalars)
        scalars = replacing(AddressPattern.ranges(in: scalars), in: scalars)
        var masked = String.UnicodeScalarView()
        masked.append(contentsOf: scalars)
        var count = 0
        return String(
            String(masked).prefix { character in
                count += character.unicodeScalars.count
                return count <= scalarsMax
            })
    }

    /// Whether anything in a text is masked, however long it is.
    package static func isIn(_ text: String) -> Bool {
        // Most words hold no numeral at all.
        guard text.unicodeScalars.contains(where: AddressPattern.isNumeral) else { return false }
        let scalars = Array(text.unicodeScalars)
        return !NumberPattern.ranges(in: scalars).isEmpty || !AddressPattern.ranges(in: scalars).isEmpty
    }

    /// Whether there is a number in a text that is masked.
    static func isNumberIn(_ text: String) -> Bool {
        !NumberPattern.ranges(in: Array(text.unicodeScalars)).isEmpty
    }

    /// Whether it is the number of a mobile phone, with or without that of the country, or of a citizen's id, and nothing else,
    /// whatever it stands for.
    package static func isPersonalNumber(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return isPersonalNumber(bytes.first == UInt8(ascii: "+") ? bytes.dropFirst() : bytes[...])
    }

    /// As with a text, of its bytes.
    static func isPersonalNumber(_ digits: some Collection<UInt8>) -> Bool {
        let values = digits.map { Int($0) - 0x30 }
        guard values.allSatisfy({ (0...9).contains($0) }) else { return isCitizenID(Array(digits)) }
        switch values.count {
        case 11: return isMobile(values[...])
        case 13: return values[..<2] == [8, 6] && isMobile(values[2...])
        case 15: return values[..<4] == [0, 0, 8, 6] && isMobile(values[4...])
        default: return isCitizenID(Array(digits))
        }
    }

    private static func isMobile(_ digits: ArraySlice<Int>) -> Bool {
        digits.first == 1 && digits.dropFirst().first.map { $0 >= 3 } == true
    }

    /// 17 digits and what ISO 7064 MOD 11-2 makes of them (GB 11643): of other numbers one in eleven fits, and one in a hundred
    /// of those has a date at its place.
    private static func isCitizenID(_ bytes: [UInt8]) -> Bool {
        guard bytes.count == 18, let last = bytes.last else { return false }
        let digits = bytes.dropLast().map { Int($0) - 0x30 }
        guard digits.allSatisfy({ (0...9).contains($0) }) else { return false }
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
        let (month, day) = (digits[10] * 10 + digits[11], digits[12] * 10 + digits[13])
        let hasDate =
            (18...20).contains(digits[6] * 10 + digits[7]) && (1...12).contains(month)
            && (1...31).contains(day)
        let check = Array("10X98765432".utf8)[sum % 11]
        return hasDate && (last == check || check == UInt8(ascii: "X") && last == UInt8(ascii: "x"))
    }

    private static func replacing(_ ranges: [Range<Int>], in scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        var copied = 0
        for range in ranges {
            let isNext = copied == range.lowerBound && !result.isEmpty
            result += scalars[copied..<range.lowerBound]
            if !isNext { result += ["*", "*", "*"] }
            copied = range.upperBound
        }
        return result + scalars[copied...]
    }
}

/// Phone numbers and ids.
private enum NumberPattern {
    private static let separators: Set<Unicode.Scalar> = [
        " ", "-", ".", "(", ")", "_", "－", "—", "·", "（", "）", "\u{3000}", "\u{A0}",
    ]

    /// A run of digits and what stands between them.
    private struct Groups {
        var ranges: [Range<Int>] = []
        var digits: Int { ranges.reduce(0) { $0 + $1.count } }
        var isLong: Bool { digits >= 10 || ranges.contains { $0.count >= 7 } }
    }

    static func ranges(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var at = 0
        while at < scalars.count {
            guard value(scalars[at]) != nil else {
                at += 1
                continue
            }
            var groups = groups(in: scalars, from: at)
            let end = groups.ranges.last?.upperBound ?? at + 1
            dropDate(from: &groups, scalars)
            if groups.isLong, let first = groups.ranges.first {
                let hasX = end < scalars.count && (scalars[end] == "X" || scalars[end] == "x")
                found.append(first.lowerBound..<(hasX ? end + 1 : end))
            }
            at = end
        }
        return found
    }

    private static func groups(in scalars: [Unicode.Scalar], from start: Int) -> Groups {
        var groups = Groups()
        var at = start
        while at < scalars.count, value(scalars[at]) != nil {
            let groupStart = at
            while at < scalars.count, value(scalars[at]) != nil { at += 1 }
            groups.ranges.append(groupStart..<at)
            var next = at
            while next < scalars.count, next - at < 2, separators.contains(scalars[next]) { next += 1 }
            if next == at { break }
            at = next
        }
        return groups
    }

    /// `2022-11-01` and `20221101` are no phone numbers.
    private static func dropDate(from groups: inout Groups, _ scalars: [Unicode.Scalar]) {
        func number(_ range: Range<Int>) -> Int { scalars[range].reduce(0) { $0 * 10 + (value($1) ?? 0) } }
        let years = 1990...2099
        guard let first = groups.ranges.first else { return }
        if first.count == 8, years.contains(number(first) / 10_000),
            (1...12).contains(number(first) / 100 % 100),
            (1...31).contains(number(first) % 100)
        {
            groups.ranges.removeFirst()
        } else if groups.ranges.count >= 3, first.count == 4, years.contains(number(first)),
            groups.ranges[1...2].allSatisfy({ $0.count <= 2 })
        {
            groups.ranges.removeFirst(3)
        }
    }

    static func value(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "0"..."9": Int(scalar.value - 0x30)
        case "０"..."９": Int(scalar.value - 0xFF10)
        case "零", "〇": 0
        case "一", "幺": 1
        case "二", "两": 2
        case "三": 3
        case "四": 4
        case "五": 5
        case "六": 6
        case "七": 7
        case "八": 8
        case "九": 9
        default: nil
        }
    }
}

/// Street addresses.
private enum AddressPattern {
    private static let places = [
        "大道", "胡同", "小区", "花园", "家园", "公寓", "大厦", "社区", "街道", "路", "街", "巷", "苑", "弄",
    ].map { Array($0.unicodeScalars) }
    private static let villages = ["村", "庄", "屯", "寨", "组"].map { Array($0.unicodeScalars) }
    private static let parts = [
        "号楼", "号院", "单元", "号", "栋", "幢", "座", "室", "层", "楼", "户", "组", "弄",
    ].map { Array($0.unicodeScalars) }
    /// `3号链接` is a product in a live session.
    private static let notHouses = ["链接", "直播", "主播", "商品", "产品", "机", "品", "款", "下单", "发"]
        .map { Array($0.unicodeScalars) }
    private static let delimiters = Set("，,。.;；:：、!！?？ \u{3000}\n\t|/【】[]()（）*".unicodeScalars)
    private static let scalarsBetween = 10
    private static let scalarsBeforeMax = 20

    static func ranges(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var at = 0
        while at < scalars.count {
            guard let part = part(in: scalars, at: at) else {
                at += 1
                continue
            }
            var end = part
            var count = 1
            while let next = nextPart(in: scalars, from: end) {
                end = next
                count += 1
            }
            if count > 1 || hasPlace(before: at, in: scalars) {
                found.append(start(of: at, in: scalars, notBefore: found.last?.upperBound ?? 0)..<end)
            }
            at = end
        }
        return found
    }

    /// The end of `12号`, `三单元`, `A座` that begins here.
    private static func part(in scalars: [Unicode.Scalar], at start: Int) -> Int? {
        var at = start
        while at < scalars.count, at - start < 6, isNumeral(scalars[at]) { at += 1 }
        guard at > start, let word = parts.first(where: { scalars[at...].starts(with: $0) }) else {
            return nil
        }
        let end = at + word.count
        return notHouses.contains { scalars[end...].starts(with: $0) } ? nil : end
    }

    private static func nextPart(in scalars: [Unicode.Scalar], from end: Int) -> Int? {
        var at = end
        while at < scalars.count, at - end < 2, scalars[at] == " " || scalars[at] == "-" { at += 1 }
        if let next = part(in: scalars, at: at) { return next }
        // 3栋502: the room without its word.
        var digits = at
        while digits < scalars.count, isNumeral(scalars[digits]) { digits += 1 }
        return digits - at >= 2 ? digits : nil
    }

    private static func hasPlace(before number: Int, in scalars: [Unicode.Scalar]) -> Bool {
        if villages.contains(where: { scalars[..<number].ends(with: $0) }) { return true }
        let window = max(0, number - scalarsBetween)..<number
        return window.contains { at in places.contains { scalars[at..<number].starts(with: $0) } }
    }

    private static func start(of number: Int, in scalars: [Unicode.Scalar], notBefore floor: Int) -> Int {
        var at = number
        while at > floor, number - at < scalarsBeforeMax, !delimiters.contains(scalars[at - 1]) { at -= 1 }
        // 建设路 12号: the road stands before the space.
        let precedes = at == number && at > floor + 1 && scalars[at - 1] == " "
        return precedes ? start(of: at - 1, in: scalars, notBefore: floor) : at
    }

    static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
        NumberPattern.value(scalar) != nil || scalar == "十" || scalar == "百"
            || ("A"..."Z").contains(scalar) || ("a"..."z").contains(scalar)
    }
}

extension ArraySlice<Unicode.Scalar> {
    fileprivate func ends(with suffix: [Unicode.Scalar]) -> Bool {
        count >= suffix.count && self[(endIndex - suffix.count)...].elementsEqual(suffix)
    }
}
