import Domain
import GRDB

/// Adds the daily sums up anew from the credits and compares every cell and shared order.
///
/// The sheets of the whole store are in memory meanwhile: some 300 bytes a cell.
struct SheetCheck {
    private let database: Database
    private let sums: DailySums

    init(_ database: Database) throws {
        self.database = database
        sums = try DailySums(database, fromNothing: true)
    }

    /// Looks at an order's lines.
    func add(_ lines: [CreditedLines.Line]) throws {
        guard let order = lines.first?.order else { return }
        let credits = lines.flatMap { $0.credits ?? [] }
        try sums.addOrder(
            DailyCell.cells(of: credits, isOrganisation: order.isOrganisation), of: order, sign: 1)
    }

    /// How many sheets are not what the credits add up to, are missing, or cannot be read.
    func wrongSheets() throws -> Int {
        var expected = sums.all
        var wrong = 0
        let sheets = try RawStatement(database, "SELECT day, shop, source, cells FROM daily")
        while try sheets.next() {
            let key = SheetKey(
                day: sheets.integer(0), shop: sheets.integer(1), source: sheets.integer(2))
            let stored = sheets.withBytes(3) { Content($0) }
            let counted = (expected.removeValue(forKey: key) ?? DailySheet()).encoded()
            if stored == nil || stored != counted.withUnsafeBytes({ Content($0) }) { wrong += 1 }
        }
        return wrong + expected.values.count { Content(of: $0) != Content(of: DailySheet()) }
    }

    /// What a sheet says, in any order.
    private struct Content: Equatable {
        private var cells: [String: CreditSums] = [:]
        private var orders: [Int64: Set<String>] = [:]

        /// `nil` where the bytes are no sheet.
        init?(_ bytes: UnsafeRawBufferPointer) {
            var names: [String] = []
            var hasTwice = false
            let isSheet = DailySheet.read(bytes) { key, sums in
                names.append("\(key)")
                hasTwice = cells.updateValue(sums, forKey: "\(key)") != nil || hasTwice
            } sharedOrder: { order, isWhole, places in
                let content = Set(places.map { names[$0] } + [isWhole ? "whole" : "part"])
                hasTwice = orders.updateValue(content, forKey: order) != nil || hasTwice
            }
            if !isSheet || hasTwice { return nil }
        }

        init?(of sheet: DailySheet) {
            guard let content = sheet.encoded().withUnsafeBytes({ Content($0) }) else { return nil }
            self = content
        }
    }
}
