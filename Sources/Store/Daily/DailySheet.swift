import Domain

/// The sums of one day's sales of a shop that were read from one source: what a report reads instead of credits.
///
/// Stored as one value (docs/decisions/0009): the number of cells, the cells (leg and buyers, party, county, category,
/// orders, lines, gross, paid, refunded, grams, paid without a weight), the shared orders.
struct DailySheet {
    /// A cell: what one party (or nobody, for one reason) has of one county and category on one leg.
    struct Cell {
        let key: CellKey
        var sums = CreditSums()
    }

    private var cells: [Cell] = []
    private var index: CellIndex
    private var shared = SharedOrders()

    /// A sheet without cells.
    init() {
        index = CellIndex(capacity: 0)
    }

    /// A stored sheet; `nil` where the bytes are none.
    init?(_ bytes: UnsafeRawBufferPointer) {
        var reader = NumberReader(bytes)
        let count = reader.count()
        index = CellIndex(capacity: count + count / 4)
        cells.reserveCapacity(count + count / 4)
        for _ in 0..<count {
            let (key, sums) = Self.readCell(&reader)
            if reader.isBroken { return nil }
            cells.append(Cell(key: key, sums: sums))
            index.addLast(of: cells)
        }
        guard !reader.isBroken, let shared = SharedOrders(bytes: reader.rest, cellCount: count) else {
            return nil
        }
        self.shared = shared
    }

    /// The place of the cell with this key, which is made where there is none.
    mutating func place(of key: CellKey) -> Int {
        if let place = index.place(of: key, in: cells) { return place }
        cells.append(Cell(key: key))
        index.addLast(of: cells)
        return cells.count - 1
    }

    /// Adds the sums to the cell at a place, or (with −1) takes them away.
    mutating func add(_ sums: CreditSums, at place: Int, sign: Int64) {
        cells[place].sums.add(sums, sign: sign)
    }

    /// Counts an order that lies in this cell alone of a leg; −1 takes it back.
    mutating func countOrder(at place: Int, _ sign: Int64) {
        cells[place].sums.orders += sign
    }

    /// Notes an order that lies in several cells of a leg; whole, where all of them are here.
    mutating func add(sharedOrder order: Int64, isWhole: Bool, at places: [Int]) {
        shared.add(order, isWhole: isWhole, at: places)
    }

    mutating func remove(sharedOrder order: Int64) {
        shared.remove(order)
    }

    /// The sheet as it is stored; cells that came to nothing are left out.
    func encoded() -> [UInt8] {
        let kept = cells.count(where: { $0.sums != CreditSums() })
        var newPlaces: [Int]?
        if kept < cells.count {
            var next = 0
            newPlaces = cells.map { cell in
                defer { next += cell.sums == CreditSums() ? 0 : 1 }
                return next
            }
        }
        let orders = shared.encoded(movedTo: newPlaces)
        let byteCountMax = (kept * Self.numbersPerCell + 1) * NumberWriter.numberBytesMax + orders.count
        return NumberWriter.bytes(atMost: byteCountMax) { writer in
            writer.add(unsigned: UInt64(kept))
            for cell in cells where cell.sums != CreditSums() {
                Self.write(cell.key, cell.sums, to: &writer)
            }
            writer.add(orders)
        }
    }

    private static let numbersPerCell = 11

    /// Reads a stored sheet without building one: its cells, then its shared orders (number, whether whole, places).
    ///
    /// Returns whether the bytes are a sheet.
    static func read(
        _ bytes: UnsafeRawBufferPointer, cell: (CellKey, CreditSums) -> Void,
        sharedOrder: (Int64, Bool, [Int]) -> Void
    ) -> Bool {
        var reader = NumberReader(bytes)
        let count = reader.count()
        for _ in 0..<count {
            let (key, sums) = readCell(&reader)
            if reader.isBroken { return false }
            cell(key, sums)
        }
        SharedOrders.each(&reader, cellCount: count, sharedOrder)
        return !reader.isBroken
    }

    private static func write(_ key: CellKey, _ sums: CreditSums, to writer: inout NumberWriter) {
        writer.add(unsigned: UInt64(bitPattern: key.leg << 1) | (key.isOrganisation ? 1 : 0))
        writer.add(key.party)
        writer.add(key.county)
        writer.add(key.category)
        writer.add(sums.orders)
        writer.add(sums.lines)
        writer.add(sums.grossFen)
        writer.add(sums.paidFen)
        writer.add(sums.refundedFen)
        writer.add(sums.grams)
        writer.add(sums.paidFen - sums.weighedPaidFen)
    }

    private static func readCell(_ reader: inout NumberReader) -> (key: CellKey, sums: CreditSums) {
        let legAndBuyers = reader.unsigned()
        let key = CellKey(
            leg: Int64(legAndBuyers >> 1), isOrganisation: legAndBuyers & 1 == 1, party: reader.signed(),
            county: reader.signed(), category: reader.signed())
        var sums = CreditSums()
        sums.orders = reader.signed()
        sums.lines = reader.signed()
        sums.grossFen = reader.signed()
        sums.paidFen = reader.signed()
        sums.refundedFen = reader.signed()
        sums.grams = reader.signed()
        sums.weighedPaidFen = sums.paidFen &- reader.signed()
        return (key, sums)
    }
}
