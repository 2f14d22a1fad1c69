import WrittenTables

/// A workbook as one text of its parts: a line `=== xl/workbook.xml`, then that part, and so on.
///
/// A fuzzer that mutates the bytes of a ZIP breaks checksums and little else; so the parts are zipped behind it.
package enum WorkbookParts {
    private static let mark = Array("=== ".utf8)

    /// The workbook; bytes that do not begin with a mark are one already.
    package static func workbook(of bytes: [UInt8]) -> [UInt8] {
        guard bytes.starts(with: mark) else { return bytes }
        var zip = WrittenZip()
        for part in parts(of: bytes) { zip.add(part.name, part.content) }
        return zip.bytes
    }

    /// The text of a workbook's parts.
    package static func text(of parts: [(name: String, content: [UInt8])]) -> [UInt8] {
        var text: [UInt8] = []
        for part in parts {
            text += mark
            text += part.name.utf8
            text.append(0x0A)
            text += part.content
            text.append(0x0A)
        }
        return text
    }

    private static func parts(of bytes: [UInt8]) -> [(name: [UInt8], content: [UInt8])] {
        var parts: [(name: [UInt8], content: [UInt8])] = []
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if line.starts(with: mark) {
                parts.append((Array(line.dropFirst(mark.count)), []))
            } else if !parts.isEmpty {
                parts[parts.count - 1].content += line + [0x0A]
            }
        }
        return parts
    }
}
