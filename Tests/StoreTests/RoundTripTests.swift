import Books
import Domain
import SeededRandomness
import Store
import Testing

/// What a session applies is what it loads again: nothing is lost, added or mixed up on the way through the rows.
@Suite("What is written is what is read")
struct RoundTripTests {
    @Test("Random orders, after-sales and rosters, several to a transaction", arguments: 0..<20)
    func roundTrip(round: Int) async throws {
        var random = SeededRandom()
        print("round trip seed \(random.seed)")
        let temporary = try TemporaryStore()
        var known = KnownOrders()
        for _ in 0..<random.next(in: 2...8) {
            let deliveries = (0..<random.next(in: 1...4)).map { _ in Delivery.random(using: &random) }
            let (before, seed) = (known, random.seed)
            known = try await temporary.store.write { session in
                var known = before
                for delivery in deliveries {
                    try delivery.land(session) { known.take($0) }
                    try known.expectSame(in: session, "seed \(seed), within a transaction")
                }
                return known
            }
            let now = known
            try await temporary.store.write { session in
                try now.expectSame(in: session, "seed \(seed), after a commit")
            }
            if random.next(in: 0...2) == 0 { known = try await credit(known, in: temporary) }
            let disagreements = try await temporary.store.disagreements()
            #expect(disagreements.isEmpty, "seed \(random.seed)")
            #expect(try await temporary.misfits() == [], "seed \(random.seed)")
        }
    }

    /// Decides anew by another roster.
    private func credit(_ known: KnownOrders, in temporary: TemporaryStore) async throws -> KnownOrders {
        try await temporary.store.write { session in
            var known = known
            let crediting = HostCrediting.other
            let roster = RosterInForce(
                number: try session.roster(crediting.version, loadedAt: .sale), crediting: crediting)
            for key in known.keys {
                guard let stored = try session.stored(key), let number = stored.number else { continue }
                if let change = Books.credit(stored, by: roster).change {
                    try session.apply(change)
                    known.take(change)
                } else {
                    try session.note(roster: roster.number, of: [number])
                    known.note(roster: roster.number, of: key)
                }
            }
            try known.expectSame(in: session, "decided anew")
            return known
        }
    }
}

/// What `Books` said of each order, kept as values.
private struct KnownOrders {
    /// By the bytes of the key: a String takes `é` and `e´` for the same.
    private var byKey: [[UInt8]: (key: OrderKey, order: StoredOrder)] = [:]

    var keys: [OrderKey] { byKey.values.map(\.key) }

    mutating func take(_ change: Change) {
        var order =
            byKey[change.key.bytes]?.order
            ?? StoredOrder(number: nil, statements: Statements(), state: OrderState())
        if let statements = change.statements { order.statements = statements }
        order.state.standing = change.standing
        order.state.refunds.removeAll { row in
            (change.refundsDropped + change.refundsWritten).contains { $0.hasSameKey(as: row) }
        }
        order.state.refunds += change.refundsWritten
        byKey[change.key.bytes] = (change.key, order)
    }

    /// A roster has decided about an order, and nothing changed by it.
    mutating func note(roster: Int64, of key: OrderKey) {
        byKey[key.bytes]?.order.state.standing?.roster = roster
    }

    func expectSame(in session: WriteSession, _ comment: Comment) throws {
        for (key, order) in byKey.values {
            let stored = try session.stored(key)
            #expect((stored?.number != nil) == (order.state.standing != nil), comment)
            expectSame(stored?.statements.all ?? [], order.statements.all, comment)
            expectSame(
                [stored?.state.standing].compactMap(\.self), [order.state.standing].compactMap(\.self),
                comment)
            expectSame(stored?.state.refunds ?? [], order.state.refunds, comment)
        }
    }

    /// Holds values in any order against each other, by their bytes.
    private func expectSame<Value>(_ stored: [Value], _ said: [Value], _ comment: Comment) {
        func texts(_ values: [Value]) -> Set<String> {
            Set(values.map { "\($0)".unicodeScalars.map { $0.escaped(asASCII: true) }.joined() })
        }
        #expect(
            texts(stored).subtracting(texts(said)).sorted()
                == texts(said).subtracting(texts(stored)).sorted(), comment)
        #expect(stored.count == said.count, comment)
    }
}

extension OrderKey {
    fileprivate var bytes: [UInt8] { Array("\(channel) \(shopID) \(orderID)".utf8) }
}
