import Glibc

/// What one pass over the whole file tells about its text, before any row is read.
struct TextSurvey {
    /// UTF-16 where the first bytes are that; UTF-8 if it has that mark or is valid throughout; GB18030 (which contains
    /// GBK) else.
    let encoding: TextEncoding
    /// Nothing in the file can be wrongly encoded, so rows needn't be checked one by one.
    let isClean: Bool
    /// The file without the zeros that may fill up its end.
    let content: FileSource

    private static let chunkBytes = RecordReader.chunkBytes
    private static let utf8Mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// This many multi-byte characters before the first invalid byte make it damaged UTF-8 rather than
    /// GB18030: by chance Chinese text in GB18030 starts so in less than one file in 10^6.
    private static let charactersThatProveUTF8 = 8

    /// Reads the file from front to back in bounded memory.
    init(_ source: FileSource) throws(TabularError) {
        var content = source
        content.bytesMax = try FileBytes(source).contentEnd()
        var buffer = [UInt8](repeating: 0, count: Self.chunkBytes)
        let file = try FileBytes(content)
        var filled = try file.read(into: &buffer, from: 0)
        if let wide = TextEncoding(wideTextIn: Array(buffer[..<filled])) {
            content.bytesMax += content.bytesMax % wide.unitBytes
            (encoding, isClean, self.content) = (wide, false, content)
            return
        }
        var multibyteCharacters =
            buffer[..<filled].starts(with: Self.utf8Mark) ? Self.charactersThatProveUTF8 : 0
        var hasNUL = false
        var isAtEnd = false
        while !isAtEnd {
            let chunk = Inspection(of: buffer.prefix(filled))
            if multibyteCharacters < Self.charactersThatProveUTF8 {
                multibyteCharacters += buffer.prefix(chunk.validBytes).count { $0 >= 0xC0 }
            }
            hasNUL = hasNUL || chunk.hasNUL
            // An incomplete last character goes to the front, to be completed by the next chunk.
            let tail = buffer[chunk.validBytes..<filled]
            if !tail.isEmpty && !chunk.isTailIncomplete { break }
            buffer.replaceSubrange(..<tail.count, with: tail)
            let count = try file.read(into: &buffer, from: tail.count)
            filled = tail.count + count
            isAtEnd = count == 0
        }
        let isValidUTF8 = isAtEnd && filled == 0
        encoding = isValidUTF8 || multibyteCharacters >= Self.charactersThatProveUTF8 ? .utf8 : .gb18030
        isClean = isValidUTF8 && !hasNUL
        self.content = content
    }

    /// One chunk looked at as UTF-8.
    private struct Inspection {
        let validBytes: Int
        let isTailIncomplete: Bool
        let hasNUL: Bool

        init(of chunk: ArraySlice<UInt8>) {
            do {
                validBytes = try UTF8Span(validating: chunk.span).count
                isTailIncomplete = false
            } catch {
                validBytes = error.byteOffsets.lowerBound
                isTailIncomplete =
                    error.kind == .truncatedScalar && error.byteOffsets.upperBound == chunk.count
            }
            hasNUL = chunk.withUnsafeBytes { bytes in
                bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
            }
        }
    }
}
