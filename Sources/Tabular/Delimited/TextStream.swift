import Domain
import Glibc

/// A file's text in UTF-8, read once from front to back; other encodings by the C library's iconv.
///
/// What is no character stays visible as bytes that UTF-8 does not have, so that one check finds it in either encoding.
final class TextStream {
    /// The least room that `read` needs: the longest character.
    static let characterBytesMax = 4

    /// Not a byte of UTF-8.
    private static let invalid: UInt8 = 0xFF
    /// The first byte of a character of UTF-8 whose others are missing.
    private static let cutOff: UInt8 = 0xF0

    private let file: FileBytes
    private let encoding: TextEncoding
    /// Nil where the file is in UTF-8.
    private let converter: iconv_t?
    private var input: [UInt8]
    private var start = 0
    private var end = 0

    init(_ source: FileSource, encoding: TextEncoding) throws(TabularError) {
        file = try FileBytes(source)
        self.encoding = encoding
        let isConverted = encoding != .utf8
        converter = isConverted ? iconv_open("UTF-8", encoding.name) : nil
        input = [UInt8](repeating: 0, count: isConverted ? 1 << 16 : 0)
        if converter == iconv_t(bitPattern: -1) {
            throw TabularError(
                file: source.name, what: Notice("table.encoding_unknown_here", encoding.name),
                remedy: Notice("table.convert_encoding"))
        }
    }

    deinit {
        if let converter, converter != iconv_t(bitPattern: -1) { iconv_close(converter) }
    }

    /// Fills `buffer` from `offset` on, where there is room for a character; returns the bytes written, 0 at the end.
    func read(into buffer: inout [UInt8], from offset: Int) throws(TabularError) -> Int {
        guard let converter else { return try file.read(into: &buffer, from: offset) }
        var position = offset
        while true {
            convert(by: converter, into: &buffer, from: &position)
            if position > offset { return position - offset }
            // What is left is a part of a character, which waits in front of what follows.
            for place in start..<end { input[place - start] = input[place] }
            (start, end) = (0, end - start)
            let count = try file.read(into: &input, from: end)
            if count == 0 && end == 0 { return 0 }
            if count == 0 {
                buffer[offset] = Self.cutOff
                start = end
                return 1
            }
            end += count
        }
    }

    /// Converts the input until the buffer is full or nothing but a part of a character is left.
    private func convert(by converter: iconv_t, into buffer: inout [UInt8], from position: inout Int) {
        while start < end, buffer.count - position >= Self.characterBytesMax {
            var inputLeft = end - start
            var outputLeft = buffer.count - position
            let isInvalid = input.withUnsafeMutableBytes { input in
                buffer.withUnsafeMutableBytes { output in
                    var inputBytes = input[start...].baseCharacter
                    var outputBytes = output[position...].baseCharacter
                    let status = iconv(converter, &inputBytes, &inputLeft, &outputBytes, &outputLeft)
                    return status == -1 && errno == EILSEQ
                }
            }
            start = end - inputLeft
            position = buffer.count - outputLeft
            guard isInvalid, position < buffer.count else { return }
            buffer[position] = Self.invalid
            position += 1
            start = min(start + encoding.unitBytes, end)
        }
    }
}

extension Slice<UnsafeMutableRawBufferPointer> {
    fileprivate var baseCharacter: UnsafeMutablePointer<CChar>? {
        UnsafeMutableRawBufferPointer(rebasing: self).baseAddress?.assumingMemoryBound(to: CChar.self)
    }
}
