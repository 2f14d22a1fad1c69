internal import CSimdjson

/// One body, checked and indexed: an object or array in UTF-8, at most 64 levels deep and 64 MiB long.
///
/// Parser and index are borrowed from a small pool until the document goes: the pages of one account allocate none of
/// their own.
// Safety: nothing changes after `init`, and the reader is used by this document alone until `deinit`.
package final class JSONDocument: @unchecked Sendable {
    private let bytes: [UInt8]
    private let bodyStart: Int
    private let reader: OpaquePointer
    private let tape: csimdjson_tape

    /// Checks and indexes `body`; a byte order mark before it is skipped.
    ///
    /// A key that stands twice outside of arrays is refused; what lies in them is a record's, and looked at with it
    /// (``JSONView/expectKeysOnce()``). Grammar is checked everywhere, but no number is evaluated: one that
    /// nobody reads may be of any size.
    /// A body with room for 64 more bytes (`reserveCapacity`) that is handed over is not copied.
    /// Throws the first group of ``JSONError/Reason``, with an empty path.
    package init(_ body: consuming [UInt8]) throws(JSONError) {
        let length = body.count
        let start = try Self.start(of: body)
        let bytesMax = CSIMDJSON_BYTES_MAX
        guard length - start <= bytesMax else {
            throw JSONError(path: "", reason: .bodyTooLarge(bytes: length, bytesMax: bytesMax))
        }
        let padding = CSIMDJSON_PADDING_BYTES
        body.reserveCapacity(length + padding)
        body.append(contentsOf: repeatElement(0, count: padding))
        guard let reader = csimdjson_take() else { throw JSONError(path: "", reason: .outOfMemory) }
        do {
            tape = try Self.index(body, from: start, to: length, reader)
        } catch {
            csimdjson_give(reader)
            throw error
        }
        bytes = body
        bodyStart = start
        self.reader = reader
        if read({ $0.repeatsKey(inArrays: false) }) { throw JSONError(path: "", reason: .repeatedKey) }
    }

    deinit { csimdjson_give(reader) }

    /// Lends the root.
    ///
    /// The view, and every view and buffer reached from it, is valid only inside `body`.
    package func read<R, E: Error>(_ body: (JSONView) throws(E) -> R) throws(E) -> R {
        try withExtendedLifetime(self) { () throws(E) -> R in
            try bytes.withUnsafeBufferPointer { (buffer) throws(E) -> R in
                var placed = tape
                // The body may lie elsewhere than when it was indexed; the tape holds offsets only.
                if let base = buffer.baseAddress { placed.bytes = base + bodyStart }
                return try withUnsafePointer(to: placed) { (pointer) throws(E) -> R in
                    try body(JSONView(tape: pointer, index: pointer.pointee.root))
                }
            }
        }
    }

    /// Where the root begins, behind byte order mark and white space.
    private static func start(of body: borrowing [UInt8]) throws(JSONError) -> Int {
        let hasMark = body.count >= 3 && body[0] == 0xEF && body[1] == 0xBB && body[2] == 0xBF
        var start = hasMark ? 3 : 0
        while start < body.count, [0x20, 0x09, 0x0A, 0x0D].contains(body[start]) { start += 1 }
        guard start < body.count else { throw JSONError(path: "", reason: .emptyBody) }
        guard body[start] == UInt8(ascii: "{") || body[start] == UInt8(ascii: "[") else {
            throw JSONError(path: "", reason: .notJSON)
        }
        return start
    }

    private static func index(
        _ padded: borrowing [UInt8], from start: Int, to end: Int, _ reader: OpaquePointer
    ) throws(JSONError) -> csimdjson_tape {
        var failedAt = 0
        let status = padded.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return CSIMDJSON_INCOMPLETE }
            return csimdjson_read(reader, base + start, end - start, &failedAt)
        }
        let reason: JSONError.Reason
        switch status {
        case CSIMDJSON_OK: return csimdjson_tape_of(reader)
        case CSIMDJSON_INCOMPLETE: reason = .incomplete
        case CSIMDJSON_BAD_UTF8: reason = .badUTF8
        case CSIMDJSON_TOO_DEEP: reason = .tooDeep(levelsMax: CSIMDJSON_DEPTH_MAX)
        case CSIMDJSON_OUT_OF_MEMORY: reason = .outOfMemory
        default: reason = .malformed(byteOffset: start + failedAt)
        }
        throw JSONError(path: "", reason: reason)
    }
}
