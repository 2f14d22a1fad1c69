import Foundation
import Glibc
import Testing

@testable import Tabular

/// A file of the given bytes that goes away with its last holder.
final class TemporaryTable {
    let path: String

    init(_ bytes: [UInt8]) throws {
        path = NSTemporaryDirectory() + "daihuo-tabular-\(UUID().uuidString).csv"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }

    convenience init(_ text: String) throws {
        try self.init(Array(text.utf8))
    }

    deinit { unlink(path) }

    /// All rows' cells up to the header's width, and the bad rows' errors, in the file's order.
    func read() throws -> (columns: [String], rows: [ReadRow], errors: [TabularError]) {
        let file = try TableFile(path: path)
        var rows: [ReadRow] = []
        var errors: [TabularError] = []
        let reading = try file.rows()
        while let next = try reading.nextRow() {
            switch next {
            case .success(let row): rows.append(ReadRow(row, columns: file.columns.count))
            case .failure(let error): errors.append(error)
            }
        }
        return (file.columns, rows, errors)
    }
}

/// A row copied out of its reading.
struct ReadRow: Equatable {
    let line: Int
    let cells: [String]

    init(line: Int, cells: [String]) {
        self.line = line
        self.cells = cells
    }

    init(_ row: TableRow, columns: Int) {
        self.init(line: row.line, cells: (0..<columns).map { row[$0] })
    }
}

/// The text in another encoding by the C library.
func encoded(_ text: String, _ encoding: String) throws -> [UInt8] {
    let converter = try #require(iconv_open(encoding, "UTF-8"))
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
    try #require(status != -1)
    return output.dropLast(outputLeft).map { UInt8(bitPattern: $0) }
}
