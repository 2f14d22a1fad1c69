internal import CSimdjson

extension JSONView {
    /// A text without its escapes, or a number's characters exactly as written.
    ///
    /// A lone surrogate reads as U+FFFD. Throws `wrongKind` for other values.
    package func text() throws(JSONError) -> String {
        guard let text = textIfPresent() else { throw error(.wrongKind(expected: .text, found: kind)) }
        return text
    }

    /// As ``text()``, but nil for whatever is neither text nor number.
    package func textIfPresent() -> String? {
        switch tapeKind {
        case CSIMDJSON_TEXT, CSIMDJSON_NUMBER: String(decoding: span, as: UTF8.self)
        case CSIMDJSON_ESCAPED_TEXT:
            String(unsafeUninitializedCapacity: span.count) { Self.unescape(span, into: $0) }
        default: nil
        }
    }

    /// The bytes of ``text()`` without making a String; nil for whatever is neither text nor number.
    package func withBytes<R, E: Error>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(E) -> R
    ) throws(E) -> R? {
        switch tapeKind {
        case CSIMDJSON_TEXT, CSIMDJSON_NUMBER: return try body(span)
        case CSIMDJSON_ESCAPED_TEXT:
            let result = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: span.count) { buffer in
                let count = Self.unescape(span, into: buffer)
                return Result { () throws(E) -> R in
                    try body(UnsafeBufferPointer(rebasing: buffer[..<count]))
                }
            }
            return try result.get()
        default: return nil
        }
    }

    private static func unescape(
        _ text: UnsafeBufferPointer<UInt8>, into buffer: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
        guard let from = text.baseAddress, let to = buffer.baseAddress else { return 0 }
        return csimdjson_unescape(from, text.count, to)
    }
}
