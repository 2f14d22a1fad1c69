package import JSON

extension PersonalData {
    /// A record's JSON as the platform wrote it, without the members that hold personal data.
    ///
    /// Of an address, province, city and county stay. Sellers' words are masked. A key with an escape in it
    /// can't be judged by its bytes and goes, too.
    package static func redacted(_ record: JSONView) -> String {
        record.withRawBytes { bytes in
            var redaction = Redaction(bytes)
            redaction.copyValue()
            return String(decoding: redaction.copy, as: UTF8.self)
        }
    }

    /// Whether the value of a key is personal: receivers, buyers, their ids, words, streets, parcels and
    /// papers.
    static func isPersonal(_ key: String) -> Bool {
        if addresses.contains(key) { return false }
        return keys.contains(key) || fragments.contains { key.contains($0) }
    }

    static let addresses: Set<String> = ["post_addr", "mask_post_addr"]
    static let sellersWords: Set<String> = ["seller_words"]
    private static let keys: Set<String> = [
        "street", "detail", "remark", "content", "op_name", "text_part", "aweme_id", "card_voucher",
        "contract_info", "serial_number_list", "channel_payment_no",
    ]
    private static let fragments = [
        "encrypt", "mask_post", "post_tel", "post_receiver", "receiver", "buyer", "phone", "mobile",
        "open_id",
        "user_", "id_card", "account_", "address", "custom", "seller_logs", "logistics", "tracking",
    ]
}

/// Copies JSON that has been checked, member by member.
private struct Redaction {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var at = 0
    private(set) var copy: [UInt8] = []

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    mutating func copyValue() {
        skipSpace()
        switch peek {
        case UInt8(ascii: "{"): copyObject()
        case UInt8(ascii: "["): copyArray()
        default: copy += bytes[scalar()]
        }
    }

    private mutating func copyObject() {
        copy.append(UInt8(ascii: "{"))
        at += 1
        var isFirst = true
        while let key = nextKey() {
            let name = String(decoding: bytes[key].dropFirst().dropLast(), as: UTF8.self)
            if name.utf8.contains(UInt8(ascii: "\\")) || PersonalData.isPersonal(name) {
                skipValue()
                continue
            }
            if !isFirst { copy.append(UInt8(ascii: ",")) }
            isFirst = false
            copy += bytes[key]
            copy.append(UInt8(ascii: ":"))
            if PersonalData.sellersWords.contains(name) { copyMasked() } else { copyValue() }
        }
        copy.append(UInt8(ascii: "}"))
    }

    private mutating func copyArray() {
        copy.append(UInt8(ascii: "["))
        at += 1
        var isFirst = true
        while hasMore(until: UInt8(ascii: "]")) {
            if !isFirst { copy.append(UInt8(ascii: ",")) }
            isFirst = false
            copyValue()
        }
        copy.append(UInt8(ascii: "]"))
    }

    /// Words without escapes are masked; others go, for their meaning isn't in their bytes.
    private mutating func copyMasked() {
        skipSpace()
        guard peek == UInt8(ascii: "\"") else {
            skipValue()
            copy += Array("null".utf8)
            return
        }
        let words = String(decoding: bytes[scalar()].dropFirst().dropLast(), as: UTF8.self)
        let masked = words.utf8.contains(UInt8(ascii: "\\")) ? "***" : PersonalData.masked(words)
        copy += Array("\"\(masked)\"".utf8)
    }

    private mutating func skipValue() {
        var skipped = Redaction(bytes)
        skipped.at = at
        skipped.copyValue()
        at = skipped.at
    }

    /// The range of the next member's key with its quotes; behind it and its colon reading goes on.
    private mutating func nextKey() -> Range<Int>? {
        guard hasMore(until: UInt8(ascii: "}")) else { return nil }
        let key = scalar()
        skipSpace()
        at += 1
        return key
    }

    /// Passes a comma; at the closing bracket passes that and answers false.
    private mutating func hasMore(until close: UInt8) -> Bool {
        skipSpace()
        if peek == UInt8(ascii: ",") {
            at += 1
            skipSpace()
        }
        guard let byte = peek else { return false }
        if byte == close { at += 1 }
        return byte != close
    }

    /// The range of a text, a number or a word.
    private mutating func scalar() -> Range<Int> {
        let start = at
        guard peek == UInt8(ascii: "\"") else {
            while let byte = peek, !",]} \t\r\n".utf8.contains(byte) { at += 1 }
            return start..<at
        }
        at += 1
        while let byte = peek, byte != UInt8(ascii: "\"") { at += byte == UInt8(ascii: "\\") ? 2 : 1 }
        at = min(at + 1, bytes.count)
        return start..<at
    }

    private mutating func skipSpace() {
        while let byte = peek, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { at += 1 }
    }

    private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }
}
