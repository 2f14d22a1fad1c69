internal import CSimdjson

/// The elements of an array, in the order of the page; valid as long as the view it came from.
package struct JSONArray: RandomAccessCollection {
    private let tape: UnsafePointer<csimdjson_tape>
    private let first: UInt32
    package let startIndex = 0
    package let endIndex: Int

    init(_ view: JSONView) {
        tape = view.tape
        first = view.node.first
        endIndex = Int(view.node.count)
    }

    package subscript(position: Int) -> JSONView {
        precondition(position >= 0 && position < endIndex, "position outside the array")
        return JSONView(tape: tape, index: first + UInt32(position))
    }
}

extension JSONView {
    /// This view, if it is an object; throws `wrongKind`.
    package func object() throws(JSONError) -> JSONView {
        guard tapeKind == CSIMDJSON_OBJECT else { throw error(.wrongKind(expected: .object, found: kind)) }
        return self
    }

    /// The elements, if this is an array; throws `wrongKind`.
    package func array() throws(JSONError) -> JSONArray {
        guard tapeKind == CSIMDJSON_ARRAY else { throw error(.wrongKind(expected: .array, found: kind)) }
        return JSONArray(self)
    }
}
