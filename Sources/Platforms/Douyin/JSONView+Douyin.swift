internal import Domain
internal import JSON

/// How the Douyin shop API writes ids, amounts, enumerations and instants: as number or text, from call to
/// call.
extension JSONView {
    /// The number of an order, a line or an after-sale, which must be there: 10 to 20 digits.
    ///
    /// Whatever else stands there is none: a number that a spreadsheet or a float has been at, a 0, full-width digits.
    func identifier(_ key: StaticString) throws(JSONError) -> String {
        let id = try identifierIfPresent(key)
        guard !id.isEmpty else { throw JSONError(path: "\(key)", reason: .missing) }
        guard id.isDouyinNumber else { throw JSONError(path: "\(key)", reason: .notIdentifier) }
        return id
    }

    /// An id of at most 20 digits, without the quotes that some answers have inside the text; empty where it is
    /// absent, empty or 0, by which Douyin says "none".
    func identifierIfPresent(_ key: StaticString) throws(JSONError) -> String {
        guard let member = self[JSONKey(stringLiteral: key)], !member.isNull else { return "" }
        guard var id = member.textIfPresent() else { throw JSONError(path: "\(key)", reason: .notIdentifier) }
        if !member.isAllDigits {
            // 4.78e18: digits are lost already.
            if member.kind == .number { throw JSONError(path: "\(key)", reason: .exponent) }
            if id.isWrapped { id = id.unwrapped }
            guard id.isAllDigits else { throw JSONError(path: "\(key)", reason: .notIdentifier) }
        }
        guard id.utf8.count <= 20 else { throw JSONError(path: "\(key)", reason: .notIdentifier) }
        return id == "0" ? "" : id
    }

    /// Fen, from a figure in fen; nil where it is absent.
    ///
    /// Throws below 0, which none of the figures read can be, and beyond 10^13.
    func amountIfPresent(_ key: StaticString) throws(JSONError) -> Int64? {
        guard let amount = try integerIfPresent(JSONKey(stringLiteral: key)) else { return nil }
        guard amount >= 0 else { throw JSONError(path: "\(key)", reason: .negative) }
        guard amount <= amountFenMax else { throw JSONError(path: "\(key)", reason: .outOfRange) }
        return amount
    }

    /// As `amountIfPresent`, 0 where it is absent.
    func amount(_ key: StaticString) throws(JSONError) -> Int64 { try amountIfPresent(key) ?? 0 }

    /// As `amountIfPresent`; it must be there.
    func requiredAmount(_ key: StaticString) throws(JSONError) -> Int64 {
        guard let amount = try amountIfPresent(key) else {
            throw JSONError(path: "\(key)", reason: .missing)
        }
        return amount
    }

    /// A number of an enumeration; nil where it is absent.
    ///
    /// Throws `unknownCode` for one that is not known: it may mean anything.
    func code<Code: RawRepresentable<Int64>>(_ key: JSONKey) throws(JSONError) -> Code? {
        guard let number = try integerIfPresent(key) else { return nil }
        guard let code = Code(rawValue: number) else {
            throw JSONError(path: key.text, reason: .unknownCode)
        }
        return code
    }

    /// As `code`; it must be there.
    func requiredCode<Code: RawRepresentable<Int64>>(_ key: JSONKey) throws(JSONError) -> Code {
        guard let code: Code = try code(key) else { throw JSONError(path: key.text, reason: .missing) }
        return code
    }

    /// An instant in epoch seconds; nil for 0 and an empty text, by which Douyin says "not happened".
    ///
    /// Throws beyond `plausibleMilliseconds`.
    func instant(_ key: JSONKey) throws(JSONError) -> Instant? {
        guard let seconds = try integerIfPresent(key), seconds != 0 else { return nil }
        let instant = Instant(seconds: seconds)
        guard plausibleMilliseconds.contains(instant.milliseconds) else {
            throw JSONError(path: "\(key.text)", reason: .outOfRange)
        }
        return instant
    }

    /// The first of two instants that happened.
    func instant(_ key: JSONKey, or other: JSONKey) throws(JSONError) -> Instant? {
        if let instant = try instant(key) { return instant }
        return try instant(other)
    }
}

extension String {
    /// Whether it looks like one of Douyin's numbers of orders, lines and after-sales.
    var isDouyinNumber: Bool {
        (10...20).contains(utf8.count) && isAllDigits && utf8.first != UInt8(ascii: "0")
    }

    /// Whether nothing but the digits 0 to 9 stands there.
    var isAllDigits: Bool { utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } }

    /// Whether a quote or a space stands at either end, as in some answers.
    fileprivate var isWrapped: Bool {
        mutating get {
            withUTF8 { bytes in
                guard let first = bytes.first, let last = bytes.last else { return false }
                let (quote, space) = (UInt8(ascii: "\""), UInt8(ascii: " "))
                return first == quote || last == quote || first == space || last == space
            }
        }
    }

    /// The text between quotes and spaces.
    fileprivate var unwrapped: String {
        func isMark(_ character: Character) -> Bool { character == "\"" || character == " " }
        let start = drop(while: isMark)
        return start.lastIndex { !isMark($0) }.map { String(start[...$0]) } ?? ""
    }
}
