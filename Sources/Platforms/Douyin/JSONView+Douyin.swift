internal import Domain
internal import JSON

/// How the Douyin shop API writes ids, amounts, enumerations and instants: as number or text, from call to
/// call.
extension JSONView {
    /// An id that must be there: exactly as written, without the quotes that some answers have inside the
    /// text.
    func identifier(_ key: StaticString) throws(JSONError) -> String {
        let id = try identifierIfPresent(key)
        guard !id.isEmpty else { throw JSONError(path: "\(key)", reason: .missing) }
        return id
    }

    /// An id; empty where it is absent, empty or 0, by which Douyin says "none".
    func identifierIfPresent(_ key: StaticString) throws(JSONError) -> String {
        guard let member = self[JSONKey(stringLiteral: key)], var id = member.textIfPresent() else {
            return ""
        }
        if member.kind == .text {
            if id.isWrapped { id = id.unwrapped }
        } else if !member.isAllDigits {
            // 4.78e18: digits are lost already.
            throw JSONError(path: "\(key)", reason: .exponent)
        }
        return id == "0" ? "" : id
    }

    /// Fen, from a figure in fen; nil where it is absent.
    ///
    /// Throws beyond ±10^13.
    func amountIfPresent(_ key: StaticString) throws(JSONError) -> Int64? {
        guard let amount = try integerIfPresent(JSONKey(stringLiteral: key)) else { return nil }
        guard amount.magnitude <= amountFenMax.magnitude else {
            throw JSONError(path: "\(key)", reason: .outOfRange)
        }
        return amount
    }

    /// As `amountIfPresent`, 0 where it is absent.
    func amount(_ key: StaticString) throws(JSONError) -> Int64 { try amountIfPresent(key) ?? 0 }

    /// A number of an enumeration; nil for whatever else stands there, because unknown values are kept.
    func code(_ key: JSONKey) -> Int64? { try? integerIfPresent(key) }

    /// An instant in epoch seconds; nil for 0, less and an empty text, by which Douyin says "not
    /// happened".
    ///
    /// Throws beyond `plausibleMilliseconds`.
    func instant(_ key: JSONKey) throws(JSONError) -> Instant? {
        guard let seconds = try integerIfPresent(key), seconds > 0 else { return nil }
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
