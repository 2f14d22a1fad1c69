import Glibc

/// Names and passwords of archives, which say nothing of their encoding.
enum ArchiveText {
    /// A name as text: UTF-8 if it is that, else as Chinese Windows writes it.
    static func decoded(_ name: [UInt8]) -> String {
        if let text = String(validating: name, as: UTF8.self) { return text }
        return converted(name, from: "GB18030", to: "UTF-8").map { String(decoding: $0, as: UTF8.self) }
            ?? String(decoding: name, as: UTF8.self)
    }

    /// The bytes that a password may have been typed as.
    static func encodings(of password: String) -> [[UInt8]] {
        let bytes = Array(password.utf8)
        let ofWindows = converted(bytes, from: "UTF-8", to: "GB18030")
        return ofWindows == bytes ? [bytes] : [bytes] + [ofWindows].compactMap(\.self)
    }

    private static func converted(_ text: [UInt8], from source: String, to target: String) -> [UInt8]? {
        guard let converter = iconv_open(target, source), converter != iconv_t(bitPattern: -1) else {
            return nil
        }
        defer { iconv_close(converter) }
        var input = text.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: text.count * 4 + 4)
        var (inputLeft, outputLeft) = (input.count, output.count)
        let status = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                var (inputBytes, outputBytes) = (input.baseAddress, output.baseAddress)
                return iconv(converter, &inputBytes, &inputLeft, &outputBytes, &outputLeft)
            }
        }
        if status == -1 || inputLeft > 0 { return nil }
        return output.dropLast(outputLeft).map { UInt8(bitPattern: $0) }
    }
}
