/// Where each cell of a sheet is, by its key: an open hash table of places, for look-ups by the hundred thousand.
struct CellIndex {
    /// Place + 1, or 0 where empty; a power of two, at most half full.
    private var slots: [UInt32]
    private var count = 0

    init(capacity: Int) {
        var slotCount = 64
        while slotCount < capacity * 2 { slotCount *= 2 }
        slots = Array(repeating: 0, count: slotCount)
    }

    /// The place of the key among `cells`, or `nil`.
    func place(of key: CellKey, in cells: [DailySheet.Cell]) -> Int? {
        var slot = key.mixed & (slots.count - 1)
        while slots[slot] != 0 {
            let place = Int(slots[slot]) - 1
            if cells[place].key == key { return place }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Notes the last of `cells`, whose key is not in the table.
    mutating func addLast(of cells: [DailySheet.Cell]) {
        count += 1
        if count * 2 > slots.count {
            slots = Array(repeating: 0, count: slots.count * 2)
            for place in cells.indices { insert(cells[place].key, place) }
        } else {
            insert(cells[cells.count - 1].key, cells.count - 1)
        }
    }

    private mutating func insert(_ key: CellKey, _ place: Int) {
        var slot = key.mixed & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = UInt32(place + 1)
    }
}

extension CellKey {
    /// A well mixed word; cells that differ nearly always differ in party or county.
    fileprivate var mixed: Int {
        var word = UInt64(bitPattern: party) &* 0x9E37_79B9_7F4A_7C15
        word ^= UInt64(bitPattern: county) &* 0x2545_F491_4F6C_DD1D
        word ^= UInt64(bitPattern: category << 20 ^ leg << 2)
        return Int((word &* 0xFF51_AFD7_ED55_8CCD) >> 33)
    }
}
