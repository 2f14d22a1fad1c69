import Glibc

/// One way of writing a table.
package struct WrittenDialect: CustomStringConvertible, Sendable {
    package enum Quoting: CaseIterable { case needed, always, formula }

    package let encoding: String
    package let hasMark: Bool
    package let delimiter: Character
    package let lineEnd: String
    package let quoting: Quoting

    /// A dialect.
    package init(
        encoding: String, hasMark: Bool = false, delimiter: Character = ",", lineEnd: String = "\n",
        quoting: Quoting = .needed
    ) {
        (self.encoding, self.hasMark, self.delimiter) = (encoding, hasMark, delimiter)
        (self.lineEnd, self.quoting) = (lineEnd, quoting)
    }

    package var description: String {
        let mark = hasMark ? " with mark" : ""
        return "\(encoding)\(mark), \(delimiter.debugDescription), \(lineEnd.debugDescription), \(quoting)"
    }

    package static let all = ["UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"].flatMap { encoding in
        [false, true].flatMap { hasMark in
            [",", "\t", ";"].flatMap { (delimiter: Character) in
                ["\n", "\r\n", "\r"].flatMap { lineEnd in
                    Quoting.allCases.map {
                        WrittenDialect(
                            encoding: encoding, hasMark: hasMark, delimiter: delimiter, lineEnd: lineEnd,
                            quoting: $0)
                    }
                }
            }
        }
    }

    package func cell(_ text: String) -> String {
        let doubled = text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
        switch quoting {
        case .always: return "\"\(doubled)\""
        case .formula where !text.isEmpty: return "=\"\(doubled)\""
        case .needed, .formula:
            let needsQuotes = text.unicodeScalars.contains { ",;\t\"\r\n".unicodeScalars.contains($0) }
            return needsQuotes ? "\"\(doubled)\"" : text
        }
    }

    package func line(_ cells: [String]) -> String {
        cells.map(cell).joined(separator: String(delimiter))
    }

    package func bytes(_ text: String) throws -> [UInt8] {
        try encoded((hasMark ? "\u{FEFF}" : "") + text, encoding)
    }
}

/// The text in another encoding by the C library.
package func encoded(_ text: String, _ encoding: String) throws -> [UInt8] {
    guard let converter = iconv_open(encoding, "UTF-8") else { throw NotEncoded() }
    defer { iconv_close(converter) }
    var input = text.utf8.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 4 + 4)
    var outputLeft = output.count
    let status = input.withUnsafeMutableBufferPointer { input in
        output.withUnsafeMutableBufferPointer { output in
            var inputBytes = input.baseAddress
            var inputLeft = input.count
            var outputBytes = output.baseAddress
            return iconv(converter, &inputBytes, &inputLeft, &outputBytes, &outputLeft)
        }
    }
    if status == -1 { throw NotEncoded() }
    return output.dropLast(outputLeft).map { UInt8(bitPattern: $0) }
}

/// The C library does not know the encoding, or the text cannot be written in it.
private struct NotEncoded: Error {}
