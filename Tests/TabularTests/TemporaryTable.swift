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
