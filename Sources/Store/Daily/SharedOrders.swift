/// Orders that lie in several cells of a leg, each with the places of those cells in its sheet: what lets a report
/// count every order once.
///
/// They stay encoded while orders are only added: (order key, number of places, places), one behind the other.
struct SharedOrders {
    private var bytes: [UInt8]
    /// Decoded once an order must go.
    private var places: [Int64: [Int]]?

    /// Orders as they were encoded.
    init(bytes: [UInt8] = []) {
        self.bytes = bytes
    }

    /// Adds an order that is not among them.
    mutating func add(_ order: Int64, at places: [Int]) {
        if self.places != nil {
            self.places?[order] = places
        } else {
            var writer = SheetWriter(byteCount: 16)
            Self.write(order, places, to: &writer)
            bytes += writer.bytes
        }
    }

    /// Forgets an order, if it is among them.
    mutating func remove(_ order: Int64) {
        if places == nil {
            var decoded: [Int64: [Int]] = [:]
            bytes.withUnsafeBytes { bytes in
                var reader = SheetReader(bytes)
                Self.each(&reader) { decoded[$0] = $1 }
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
        var writer = SheetWriter(byteCount: bytes.count)
        for (order, places) in (copy.places ?? [:]).sorted(by: { $0.key < $1.key }) {
            Self.write(order, newPlaces.map { moved in places.map { moved[$0] } } ?? places, to: &writer)
        }
        return writer.bytes
    }

    /// Hands every encoded order with its places to the closure.
    static func each(_ reader: inout SheetReader, _ body: (Int64, [Int]) throws -> Void) rethrows {
        var places: [Int] = []
        while !reader.isAtEnd {
            let order = Int64(truncatingIfNeeded: reader.unsigned())
            places.removeAll(keepingCapacity: true)
            for _ in 0..<reader.count() { places.append(Int(truncatingIfNeeded: reader.unsigned())) }
            if !reader.isBroken { try body(order, places) }
        }
    }

    private static func write(_ order: Int64, _ places: [Int], to writer: inout SheetWriter) {
        writer.add(unsigned: UInt64(bitPattern: order))
        writer.add(unsigned: UInt64(places.count))
        for place in places { writer.add(unsigned: UInt64(place)) }
    }
}
