// The accessors by key. Each reads as its namesake without a key; one that must find a value throws `missing`
// where the key is absent or null, and the others answer nil.

extension JSONView {
    /// The text, or the number's characters, of a member.
    package func text(_ key: JSONKey) throws(JSONError) -> String { try member(key).text() }

    /// The text of a member; nil if it is absent or neither text nor number.
    ///
    /// An empty text stays one.
    package func textIfPresent(_ key: JSONKey) -> String? { self[key]?.textIfPresent() }

    /// A member that is a whole number.
    package func integer(_ key: JSONKey) throws(JSONError) -> Int64 { try member(key).integer() }

    /// A member that is a whole number; nil also for an empty text.
    package func integerIfPresent(_ key: JSONKey) throws(JSONError) -> Int64? {
        try self[key]?.integerIfPresent()
    }

    /// Fen, of a member in yuan.
    package func fen(_ key: JSONKey) throws(JSONError) -> Int64 { try member(key).fen() }

    /// Fen, of a member in yuan; nil also for an empty text.
    package func fenIfPresent(_ key: JSONKey) throws(JSONError) -> Int64? { try self[key]?.fenIfPresent() }

    /// A member that is true or false.
    package func bool(_ key: JSONKey) throws(JSONError) -> Bool { try member(key).bool() }

    /// A member that is true or false; nil also for an empty text.
    package func boolIfPresent(_ key: JSONKey) throws(JSONError) -> Bool? { try self[key]?.boolIfPresent() }

    /// Epoch milliseconds of a member in Beijing time; nil also if absent.
    package func beijingTime(_ key: JSONKey) throws(JSONError) -> Int64? { try self[key]?.beijingTime() }

    /// A member that is an object.
    package func object(_ key: JSONKey) throws(JSONError) -> JSONView { try member(key).object() }

    /// A member that is an array.
    package func array(_ key: JSONKey) throws(JSONError) -> JSONArray { try member(key).array() }

    /// A member that is an array; nil also for an empty text.
    ///
    /// Throws `wrongKind` for other values.
    package func arrayIfPresent(_ key: JSONKey) throws(JSONError) -> JSONArray? {
        try present(key)?.array()
    }

    private func present(_ key: JSONKey) -> JSONView? {
        guard let member = self[key], !member.isBlank else { return nil }
        return member
    }

    private func member(_ key: JSONKey) throws(JSONError) -> JSONView {
        if let member = self[key], !member.isNull { return member }
        _ = try object()
        throw JSONError(path: path(of: key), reason: .missing)
    }
}
