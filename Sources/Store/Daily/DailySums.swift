import Domain
import GRDB

/// What a transaction adds to the daily sums, gathered in memory and written once before the commit.
final class DailySums {
    private let database: Database
    /// Reads a stored sheet; `nil` where everything is added up from nothing.
    private let select: RawStatement?
    private var sheets: [DailySheet] = []
    private var sheetPlaces: [SheetKey: Int] = [:]
    /// Orders come day by day: spares a look-up a cell.
    private var last: (key: SheetKey, place: Int)?
    private var reads: [ReadKey: ReadSums] = [:]
    /// What is read of one day comes together, too: it goes to `reads` when another's begins.
    private var lastRead: (key: ReadKey, sums: ReadSums)?

    /// Sums of this transaction: sheets are read as they are needed, or (for a check) begin empty.
    init(_ database: Database, fromNothing: Bool = false) throws {
        self.database = database
        select =
            fromNothing
            ? nil
            : try RawStatement(
                database, "SELECT cells FROM daily WHERE day = ? AND shop = ? AND source = ?")
    }

    /// The sheets as they are now.
    var all: [SheetKey: DailySheet] { sheetPlaces.mapValues { sheets[$0] } }

    /// Adds (or, with −1, takes away) cells of an order; how often orders are counted stays.
    func add(_ cells: [DailyCell], of header: StoredHeader, sign: Int64) throws {
        for cell in cells {
            let sheet = try place(of: cell.day, header)
            let place = sheets[sheet].place(of: cell.key)
            sheets[sheet].add(cell.sums, at: place, sign: sign)
        }
    }

    /// Adds (or, with −1, takes away) all cells of an order, and counts it once on every leg: in its cell where it has
    /// one there, as a shared order where it has several.
    func addOrder(_ cells: [DailyCell], of header: StoredHeader, sign: Int64) throws {
        var shared: [(sheet: Int, place: Int)] = []
        for cell in cells {
            let sheet = try place(of: cell.day, header)
            let place = sheets[sheet].place(of: cell.key)
            sheets[sheet].add(cell.sums, at: place, sign: sign)
            if Self.isAlone(cell, in: cells) {
                sheets[sheet].countOrder(at: place, sign)
            } else {
                shared.append((sheet, place))
            }
        }
        if shared.isEmpty { return }
        let isWhole = shared.allSatisfy { $0.sheet == shared[0].sheet }
        while let sheet = shared.first?.sheet {
            if sign < 0 {
                sheets[sheet].remove(sharedOrder: header.order)
            } else {
                let places = shared.filter { $0.sheet == sheet }.map(\.place)
                sheets[sheet].add(sharedOrder: header.order, isWhole: isWhole, at: places)
            }
            shared.removeAll { $0.sheet == sheet }
        }
    }

    /// Adds (or, with −1, takes away) what an order says of money read.
    func add(_ contribution: ReadContribution, sign: Int64) {
        for (key, sums) in contribution.days {
            add(key, sums, sign: sign)
        }
    }

    func add(_ key: ReadKey, _ sums: ReadSums, sign: Int64) {
        if lastRead?.key != key {
            keepLastRead()
            lastRead = (key, ReadSums())
        }
        lastRead?.sums.add(sums, sign: sign)
    }

    private func keepLastRead() {
        guard let lastRead else { return }
        reads[lastRead.key, default: ReadSums()].add(lastRead.sums, sign: 1)
        self.lastRead = nil
    }

    /// Upserts everything.
    func write() throws {
        let upsert = try RawStatement(
            database,
            """
            INSERT INTO daily (day, shop, source, cells) VALUES (?, ?, ?, ?)
            ON CONFLICT (day, shop, source) DO UPDATE SET cells = excluded.cells
            """)
        for (key, place) in sheetPlaces.sorted(by: { $0.key < $1.key }) {
            upsert.bind(1, key.day)
            upsert.bind(2, key.shop)
            upsert.bind(3, key.source)
            try upsert.run(4, bytes: sheets[place].encoded())
        }
        keepLastRead()
        let read = try RawStatement(database, ReadSums.upsert)
        for (key, sums) in reads where sums != ReadSums() {
            sums.bind(key, to: read)
            try read.run()
        }
    }

    private func place(of day: Int64, _ header: StoredHeader) throws -> Int {
        let key = SheetKey(day: day, shop: header.shop, source: header.source)
        if let last, last.key == key { return last.place }
        let place: Int
        if let known = sheetPlaces[key] {
            place = known
        } else {
            place = sheets.count
            sheets.append(try stored(key))
            sheetPlaces[key] = place
        }
        last = (key, place)
        return place
    }

    private func stored(_ key: SheetKey) throws -> DailySheet {
        guard let select else { return DailySheet() }
        select.bind(1, key.day)
        select.bind(2, key.shop)
        select.bind(3, key.source)
        let sheet = try select.first { row in row.withBytes(0) { DailySheet($0) } }
        guard let sheet else { return DailySheet() }
        guard let sheet else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "daily \(key.day)") }
        return sheet
    }

    private static func isAlone(_ cell: DailyCell, in cells: [DailyCell]) -> Bool {
        var count = 0
        for other in cells where other.key.leg == cell.key.leg { count += 1 }
        return count == 1
    }
}

/// The key of a row of `daily`.
struct SheetKey: Hashable, Comparable {
    var day: Int64
    var shop: Int64
    var source: Int64

    static func < (left: SheetKey, right: SheetKey) -> Bool {
        (left.day, left.shop, left.source) < (right.day, right.shop, right.source)
    }
}
