internal import CSimdjson

/// One value of a page: a place on the tape, copied freely and valid only inside ``JSONDocument/read(_:)``.
package struct JSONView {
    let tape: UnsafePointer<csimdjson_tape>
    let index: UInt32

    package var kind: JSONKind {
        switch tapeKind {
        case CSIMDJSON_OBJECT: .object
        case CSIMDJSON_ARRAY: .array
        case CSIMDJSON_TEXT, CSIMDJSON_ESCAPED_TEXT: .text
        case CSIMDJSON_NUMBER: .number
        case CSIMDJSON_TRUE, CSIMDJSON_FALSE: .boolean
        default: .null
        }
    }

    package var isNull: Bool { tapeKind == CSIMDJSON_NULL }

    /// The member of an object, null included; nil if absent or if this is no object.
    package subscript(key: JSONKey) -> JSONView? {
        member(key.start, key.count, key.fingerprint)
    }

    /// The value behind a run-time path such as `["data", "orders", "0"]`; digits address an array's element.
    package func at(path: [String]) -> JSONView? {
        var view = self
        for component in path {
            guard let next = view.step(component) else { return nil }
            view = next
        }
        return view
    }

    /// The value as the page wrote it, quotes and escapes included.
    package func withRawBytes<R, E: Error>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(E) -> R
    ) throws(E) -> R {
        let span = span
        guard kind == .text, let start = span.baseAddress else { return try body(span) }
        return try body(UnsafeBufferPointer(start: start - 1, count: span.count + 2))
    }

    private func step(_ component: String) -> JSONView? {
        if tapeKind == CSIMDJSON_ARRAY {
            guard let position = UInt32(component), position < node.count else { return nil }
            return JSONView(tape: tape, index: node.first + position)
        }
        var component = component
        return component.withUTF8 { text in
            // An empty key has no address of its own, and none of its bytes is read.
            let start = text.baseAddress ?? tape.pointee.bytes
            return member(start, text.count, csimdjson_fingerprint(start, text.count))
        }
    }

    private func member(_ key: UnsafePointer<UInt8>, _ count: Int, _ fingerprint: UInt64) -> JSONView? {
        let found = csimdjson_find(tape, index, key, count, fingerprint)
        return found == CSIMDJSON_NOT_FOUND ? nil : JSONView(tape: tape, index: found)
    }

    var node: csimdjson_node { tape.pointee.nodes[Int(index)] }

    var tapeKind: csimdjson_kind { csimdjson_kind(rawValue: node.kind) }

    /// The bytes of the value; those of a text without its quotes, still escaped.
    var span: UnsafeBufferPointer<UInt8> {
        let node = node
        return UnsafeBufferPointer(
            start: tape.pointee.bytes + Int(node.start), count: Int(node.end - node.start))
    }

    func error(_ reason: JSONError.Reason) -> JSONError { JSONError(path: path, reason: reason) }
}
