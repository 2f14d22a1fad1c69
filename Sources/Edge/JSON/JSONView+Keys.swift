internal import CSimdjson

extension JSONView {
    /// Throws `repeatedKey` where a key stands twice in an object that is this value or lies in it: nobody knows which of the
    /// two counts.
    ///
    /// Says where the value stands, not which key it is: keys that nobody describes may be anything. A page without such an
    /// object pays nothing.
    package func expectKeysOnce() throws(JSONError) {
        if repeatsKeys { throw error(.repeatedKey) }
    }

    /// Whether a key stands twice in an object that is this value or lies in it.
    package var repeatsKeys: Bool { repeatsKey(inArrays: true) }

    /// Whether a key stands twice in it; `inArrays`: or in what lies in arrays of it.
    func repeatsKey(inArrays: Bool) -> Bool {
        guard tape.pointee.may_repeat_key != 0 else { return false }
        let isObject = tapeKind == CSIMDJSON_OBJECT
        guard isObject || tapeKind == CSIMDJSON_ARRAY && inArrays else { return false }
        let children = (node.first..<node.first + node.count).map { JSONView(tape: tape, index: $0) }
        if isObject, Set(children.map { Array($0.key) }).count < children.count { return true }
        return children.contains { $0.repeatsKey(inArrays: inArrays) }
    }

    /// The bytes of the key of an object's member, without escapes.
    var key: UnsafeBufferPointer<UInt8> {
        let node = node
        let bytes = node.key_in_arena == 0 ? tape.pointee.bytes : tape.pointee.arena
        return UnsafeBufferPointer(
            start: bytes.map { $0 + Int(node.key_start) }, count: bytes == nil ? 0 : Int(node.key_length))
    }
}
