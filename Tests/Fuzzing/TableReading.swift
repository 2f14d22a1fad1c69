import Domain
import Platforms
import Tabular

/// Reads every table of a file, every cell of it as everything, and its rows by the format that knows the header.
enum TableReading {
    /// So many tables of a file are read; of the others the first line.
    private static let tablesMax = 8
    private static let columnsMax = 40

    static func read(_ bytes: [UInt8]) -> FuzzedReader.Outcome {
        guard let file = MemoryFile(bytes) else { return .refused }
        return withExtendedLifetime(file) { tables(in: file.path) }
    }

    /// The same of a file on disk.
    static func tables(in path: String) -> FuzzedReader.Outcome {
        var choice = TableChoice(password: { "secret" })
        choice.scratchFolder = "/dev/shm"
        var format: (any OrderFileFormat)?
        // The only table, or the one of a format that is known; of several each is chosen.
        let matching = try? TableFile(path: path, choice) { columns in
            // Asking sixteen formats about every line is most of what a short file would cost.
            guard columns.contains(where: isOfID) else { return false }
            format = PlatformList.orderFiles.first { $0.matches(columns) }
            return format != nil
        }
        if let matching {
            if let format { rows(of: matching, as: format) }
            return cells(of: matching) > 0 ? .read : .refused
        }
        guard let listings = try? TableFile.tables(in: path, choice) else { return .refused }
        var outcome = FuzzedReader.Outcome.refused
        for listing in listings.prefix(tablesMax) {
            (choice.member, choice.sheet) = (listing.member, listing.sheet)
            if let table = try? TableFile(path: path, choice), cells(of: table) > 0 { outcome = .read }
        }
        return outcome
    }

    /// Whether a column may be one of ids, which every format has.
    private static func isOfID(_ name: String) -> Bool {
        name.utf8.suffix(3).elementsEqual("号".utf8) || name.utf8.suffix(2).elementsEqual("ID".utf8)
    }

    /// Reads every cell; returns how many were not empty.
    private static func cells(of table: TableFile) -> Int {
        for name in table.columns.prefix(columnsMax) { _ = try? table.column(name) }
        guard let rows = try? table.rows() else { return 0 }
        var (filled, lastLine) = (0, 0)
        while let next = try? rows.nextRow() {
            guard let row = try? next.get() else { continue }
            if case .text = table.kind {
                precondition(row.line > lastLine, "a row does not stand behind the one before")
                lastLine = row.line
            }
            for column in 0..<min(row.count, columnsMax) where !row[column].isEmpty {
                filled += 1
                if ReadCells.isNew(row[column], in: table.kind) { read(row, column) }
            }
        }
        _ = rows.totals.map { $0[0] }
        return filled
    }

    /// Reads a cell as everything that one can be.
    private static func read(_ row: TableRow, _ column: Int) {
        _ = try? row.identifier(column)
        _ = try? row.fen(column)
        _ = try? row.fen(column, allowsWan: true)
        _ = try? row.beijingTime(column)
        _ = try? row.day(column)
        _ = try? row.decimal(column)
        _ = try? row.quantity(column)
        _ = try? row.quantity(column, unit: "千克")
        _ = row.text(column)
    }

    /// Maps the rows as an import does: alone, and with those behind them that belong to the same order.
    private static func rows(of table: TableFile, as format: any OrderFileFormat) {
        guard let mapping = try? format.mapping(of: table), let rows = try? table.rows() else { return }
        var together: [TableRow] = []
        var key: String?
        while let next = try? rows.nextRow() {
            guard let row = try? next.get() else {
                if let intact = rows.intactCells { _ = mapping.parked(intact) }
                continue
            }
            if mapping.isPassedOver(row) { continue }
            let group = mapping.group(row)
            if group != key || group == nil {
                map(together, by: mapping)
                together = []
            }
            key = group
            together.append(row)
        }
        map(together, by: mapping)
    }

    private static func map(_ rows: [TableRow], by mapping: any OrderRowMapping) {
        if rows.isEmpty { return }
        if (try? mapping.records(rows, shopID: "1")) == nil {
            _ = rows.map(mapping.parked)
            _ = mapping.unknownWords(rows, shopID: "1")
        }
    }
}
