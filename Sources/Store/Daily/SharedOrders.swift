/// Orders that lie in several cells of a leg, each with the places of those cells in its sheet: what lets a report
/// count every order once.
///
/// They stay encoded while orders are only added: order key, number of places (doubled, + 1 where the order is whole),
/// places.
struct SharedOrders {
    private var bytes: [UInt8]
    /// Decoded once an order must go.
    private var places: [Int64: Places]?

    /// Where an order lies; whole, where it lies in no other sheet.
    private struct Places {
        var places: [Int]
        let isWhole: Bool
    }

    /// No orders.
    init() {
        bytes = []
    }

    /// Orders as they were encoded, of a sheet of so many cells; `nil` where the bytes are none.
    init?(bytes: [UInt8], cellCount: Int) {
        self.bytes = bytes
        let isSound = bytes.withUnsafeBytes { bytes in
            var reader = NumberReader(bytes)
            Self.each(&reader, cellCount: cellCount) { _, _, _ in }
            return !reader.isBroken
        }
        if !isSound { return nil }
    }

    /// Adds an order that is not among them.
    mutating func add(_ order: Int64, isWhole: Bool, at places: [Int]) {
        let added = Places(places: places, isWhole: isWhole)
        if self.places != nil {
            self.places?[order] = added
        } else {
            bytes += NumberWriter.bytes(atMost: Self.bytesMax(added)) { Self.write(order, added, to: &$0) }
        }
    }

    /// Forgets an order, if it is among them.
    mutating func remove(_ order: Int64) {
        if places == nil {
            var decoded: [Int64: Places] = [:]
            bytes.withUnsafeBytes { bytes in
                var reader = NumberReader(bytes)
                Self.each(&reader, cellCount: .max) { decoded[$0] = Places(places: $2, isWhole: $1) }
            }
            places = decoded
            bytes = []
        }
        places?[order] = nil
    }

    /// The orders encoded, their cells moved to other places.
    func encoded(movedTo newPlaces: [Int]?) -> [UInt8] {
        guard places != nil || newPlaces != nil else { return bytes }
        var copy = self
        copy.remove(0)
        let orders = (copy.places ?? [:]).sorted { $0.key < $1.key }
        let byteCountMax = orders.reduce(0) { $0 + Self.bytesMax($1.value) }
        return NumberWriter.bytes(atMost: byteCountMax) { writer in
            for (order, var places) in orders {
                if let newPlaces { places.places = places.places.map { newPlaces[$0] } }
                Self.write(order, places, to: &writer)
            }
        }
    }

    private static func bytesMax(_ places: Places) -> Int {
        (places.places.count + 2) * NumberWriter.numberBytesMax
    }

    /// Hands every encoded order to the closure: its number, whether it is whole, its places among so many cells.
    static func each(
        _ reader: inout NumberReader, cellCount: Int, _ body: (Int64, Bool, [Int]) throws -> Void
    ) rethrows {
        var places: [Int] = []
        while !reader.isAtEnd {
            let order = Int64(truncatingIfNeeded: reader.unsigned())
            places.removeAll(keepingCapacity: true)
            let countAndWhole = reader.unsigned()
            var left = countAndWhole >> 1
            while left > 0, !reader.isBroken {
                places.append(reader.place(below: cellCount))
                left -= 1
            }
            if !reader.isBroken { try body(order, countAndWhole & 1 == 1, places) }
        }
    }

    private static func write(_ order: Int64, _ places: Places, to writer: inout NumberWriter) {
        writer.add(unsigned: UInt64(bitPattern: order))
        writer.add(unsigned: UInt64(places.places.count << 1 | (places.isWhole ? 1 : 0)))
        for place in places.places { writer.add(unsigned: UInt64(place)) }
    }
}
