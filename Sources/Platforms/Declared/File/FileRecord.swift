internal import Domain
internal import JSON
internal import Tabular

/// Puts the rows of one order together as the record that a description maps, as if a platform had sent it.
///
/// `{"订单号":"…","实付款":5980,"latest":1667304000000,"rows":[{"商品ID":"…","line":"…"},…]}`: amounts in fen, instants in
/// milliseconds. Only columns that the description names are in it.
struct FileRecord {
    /// What is worked out beside the columns: the rows, their latest instant, and the numbers of orders and lines that have
    /// none of their own.
    static let computedNames: Set<String> = ["rows", "latest", "order", "line"]

    private let columns: [(column: FileColumn, places: [Int])]
    private let orderKey, lineKey: [KeyPart]
    /// Where an order's own number may stand.
    private let orderNumberPlace: Int?
    /// Columns with the unit of a quantity, which are written with it.
    private let unitNames: Set<String>
    private let keyNames: [[UInt8]]
    /// How many items a row has room for.
    private let itemsPerRow: Int

    /// Throws where a column is missing that must be there, or stands twice.
    init(_ described: FileColumns, in file: TableFile) throws(TabularError) {
        var columns: [(column: FileColumn, places: [Int])] = []
        for column in described.all { columns.append((column, try column.places(in: file))) }
        self.columns = columns.filter { !$0.places.isEmpty || $0.column.absentValue != nil }
        let places = Dictionary(columns.map { ($0.column.name, $0.places) }) { first, _ in first }
        func parts(_ names: [String]) -> [KeyPart] {
            names.map { name in
                KeyPart(
                    column: columns.first { $0.column.name == name }?.column, places: places[name] ?? [])
            }
        }
        (orderKey, lineKey) = (parts(described.orderKey), parts(described.lineKey))
        orderNumberPlace = described.orderNumber.flatMap { places[$0]?.first }
        unitNames = Set(columns.compactMap(\.column.unitColumn))
        keyNames = self.columns.map { Array("\"\($0.column.name)\":".utf8) }
        itemsPerRow = columns.filter(\.column.isRepeated).map(\.places.count).min() ?? 1
    }

    /// The names of the columns that the file has.
    var names: Set<String> { Set(columns.filter { !$0.places.isEmpty }.map(\.column.name)) }

    /// What holds for every row, because the file lacks the column.
    var absent: [(name: String, value: String)] {
        columns.compactMap { column, places in
            places.isEmpty ? column.absentValue.map { (column.name, $0) } : nil
        }
    }

    /// Where a column stands; `nil` where the file lacks it.
    func place(of name: String) -> Int? { columns.first { $0.column.name == name }?.places.first }

    /// Where the cells stand of which a parked row may keep what looks like a figure.
    var figures: [Int] { columns.filter { $0.column.kind != .text }.flatMap(\.places) }

    /// The record of rows that belong together, at least one; throws where a cell cannot be read.
    func bytes(_ rows: [TableRow]) throws(TabularError) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(1024)
        bytes.append(UInt8(ascii: "{"))
        var latest: Int64?
        for (index, entry) in columns.enumerated() where entry.column.isOfOrder {
            try write(entry.column, at: entry.places.first, index, ofOrder: rows, &bytes)
        }
        for row in rows {
            try expectFilled(row)
            latest = max(latest ?? .min, try self.latest(row) ?? .min)
        }
        if let latest, latest > .min { Self.member("latest", latest, &bytes) }
        if !orderKey.isEmpty {
            // Its own number may be damaged.
            if let place = orderNumberPlace { _ = try Self.id(rows[0], place) }
            Self.member("order", text: orderNumber(rows[0]) ?? "", &bytes)
        }
        bytes += "\"rows\":[".utf8
        var seen: [String: Int] = [:]
        for row in rows {
            for item in 0..<itemsPerRow where itemsPerRow == 1 || isFilled(row, item) {
                try write(row, item, &seen, &bytes)
            }
        }
        Self.close("]", &bytes)
        bytes.append(UInt8(ascii: "}"))
        return bytes
    }

    private func expectFilled(_ row: TableRow) throws(TabularError) {
        for (column, places) in columns where column.mustBeFilled && places.contains(where: row.isEmpty) {
            throw row.problem(places[0], Notice("file.cell_empty"), Notice("file.mend_row"))
        }
    }

    /// An order's number, where it may be put together; `nil` where each has one of its own.
    func orderNumber(_ row: TableRow) -> String? {
        if orderKey.isEmpty { return nil }
        if let place = orderNumberPlace, !row.isEmpty(place) { return row[place] }
        return Self.key(orderKey, row, item: 0)
    }

    /// The latest instant of a row; `nil` where it has none.
    func latest(_ row: TableRow) throws(TabularError) -> Int64? {
        var latest: Int64?
        for (column, places) in columns where column.kind == .time && !column.isEmpty(row, places[0]) {
            guard let instant = try Self.instant(row, places[0]) else { continue }
            latest = max(latest ?? instant, instant)
        }
        return latest
    }

    /// Writes what the order says in each of its rows; throws where they disagree.
    private func write(
        _ column: FileColumn, at place: Int?, _ index: Int, ofOrder rows: [TableRow], _ bytes: inout [UInt8]
    ) throws(TabularError) {
        guard let place else { return Self.text(keyNames[index], column.absentValue ?? "", &bytes) }
        guard let stated = rows.first(where: { !column.isEmpty($0, place) }) else { return }
        if column.kind != .text || column.mustAgree, rows.count > 1 {
            let text = Self.distinction(column, stated, place)
            for row in rows
            where !column.isEmpty(row, place) && Self.distinction(column, row, place) != text {
                throw row.problem(
                    place, Notice("file.rows_disagree", stated.line), Notice("file.ask_about_order"))
            }
        }
        try Self.write(keyNames[index], column, stated, place, &bytes)
    }

    private func write(
        _ row: TableRow, _ item: Int, _ seen: inout [String: Int], _ bytes: inout [UInt8]
    ) throws(TabularError) {
        bytes.append(UInt8(ascii: "{"))
        for (index, entry) in columns.enumerated()
        where entry.column.isOfLine && !unitNames.contains(entry.column.name) {
            if let unit = entry.column.unitColumn {
                try write(entry.column, entry.places.first, inUnitOf: unit, row, &bytes)
                continue
            }
            if entry.places.isEmpty {
                Self.text(keyNames[index], entry.column.absentValue ?? "", &bytes)
                continue
            }
            let place = entry.places[entry.column.isRepeated ? item : 0]
            try Self.write(keyNames[index], entry.column, row, place, &bytes)
        }
        if let latest = try latest(row) { Self.member("latest", latest, &bytes) }
        if !lineKey.isEmpty {
            var key = Self.key(lineKey, row, item: item)
            // The same goods may stand in an order twice.
            seen[key, default: 0] += 1
            if let count = seen[key], count > 1 { key += "#\(count)" }
            Self.member("line", text: key, &bytes)
        }
        Self.close("}", &bytes)
        bytes.append(UInt8(ascii: ","))
    }

    private func isFilled(_ row: TableRow, _ item: Int) -> Bool {
        columns.contains { $0.column.isRepeated && !$0.column.isEmpty(row, $0.places[item]) }
    }

    /// A quantity as staff write it, with its unit; a word that is no unit is left to the description.
    private func write(
        _ column: FileColumn, _ place: Int?, inUnitOf unit: String, _ row: TableRow, _ bytes: inout [UInt8]
    ) throws(TabularError) {
        let word = row.text(self.place(of: unit))
        let isKnown = Cell.knowsUnit(word)
        guard let quantity = try row.quantity(place, unit: isKnown ? word : "") else { return }
        let decimals = String(quantity.milli % 1000 + 1000).dropFirst()
        Self.member(column.name, text: "\(quantity.milli / 1000).\(decimals)", &bytes)
        Self.member(unit, text: isKnown || quantity.unit != .piece ? quantity.unit.word : word, &bytes)
    }

    /// A column of which a number is put together.
    private struct KeyPart {
        let column: FileColumn?
        let places: [Int]
    }

    private static func key(_ parts: [KeyPart], _ row: TableRow, item: Int) -> String {
        let cells = parts.map { part in
            guard let column = part.column, !part.places.isEmpty else { return "" }
            let place = part.places[min(item, part.places.count - 1)]
            return distinction(column, row, place)
        }
        return cells.joined(separator: "/")
    }

    /// A cell as it is compared with others, in one of its many spellings; a dash that Excel or staff put there is nothing.
    private static func distinction(_ column: FileColumn, _ row: TableRow, _ place: Int) -> String {
        switch column.kind {
        case .time:
            guard let instant = (try? instant(row, place)).flatMap({ $0.map(Instant.init(milliseconds:)) })
            else {
                return row[place]
            }
            return instant == instant.day.start ? "\(instant.day)" : "\(instant)"
        case .amount:
            return (try? row.fen(place)).flatMap { $0.map(String.init) } ?? row[place]
        case .id, .quantity, .text: return column.distinction(row, place)
        }
    }

    private static func write(
        _ name: [UInt8], _ column: FileColumn, _ row: TableRow, _ place: Int, _ bytes: inout [UInt8]
    ) throws(TabularError) {
        if column.isEmpty(row, place) { return }
        switch column.kind {
        case .id: text(name, try id(row, place), &bytes)
        case .text: text(name, row[place], &bytes)
        case .quantity: text(name, try row.decimal(place), &bytes)
        case .amount:
            guard let fen = try row.fen(place) else { return }
            number(name, fen, &bytes)
        case .time:
            guard let milliseconds = try instant(row, place) else { return }
            number(name, milliseconds, &bytes)
        }
    }

    /// An id, one alone: ERPs write the numbers of all orders of a parcel into one cell.
    private static func id(_ row: TableRow, _ place: Int) throws(TabularError) -> String {
        let id = try row.identifier(place)
        guard !id.contains(where: { ",，;；".contains($0) }) else {
            throw row.problem(place, Notice("file.several_ids"), Notice("file.ask_about_order"))
        }
        return id
    }

    /// A time, or the beginning of a day where a list has no times.
    private static func instant(_ row: TableRow, _ place: Int) throws(TabularError) -> Int64? {
        do throws(TabularError) {
            return try row.beijingTime(place)
        } catch {
            guard let day = try? row.day(place) else { throw error }
            return day.start.milliseconds
        }
    }

    private static func member(_ name: String, _ value: Int64, _ bytes: inout [UInt8]) {
        number(Array("\"\(name)\":".utf8), value, &bytes)
    }

    private static func member(_ name: String, text: String, _ bytes: inout [UInt8]) {
        Self.text(Array("\"\(name)\":".utf8), text, &bytes)
    }

    private static func number(_ name: [UInt8], _ value: Int64, _ bytes: inout [UInt8]) {
        bytes += name
        bytes += String(value).utf8
        bytes.append(UInt8(ascii: ","))
    }

    private static func text(_ name: [UInt8], _ text: String, _ bytes: inout [UInt8]) {
        bytes += name
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0..<0x20: bytes.append(UInt8(ascii: " "))
            default: bytes.append(byte)
            }
        }
        bytes += "\",".utf8
    }

    /// Puts the closing mark in the place of the last comma.
    private static func close(_ mark: Unicode.Scalar, _ bytes: inout [UInt8]) {
        if bytes.last == UInt8(ascii: ",") { bytes.removeLast() }
        bytes.append(UInt8(ascii: mark))
    }
}
