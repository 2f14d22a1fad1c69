import Domain
import GRDB
import Store
import Testing

@Suite("The cursor and failed landings")
struct CursorTests {
    let temporary: TemporaryStore

    init() throws { temporary = try TemporaryStore() }

    private func readTo(_ feed: String = "orders") async throws -> Instant? {
        try await temporary.store.readTo(source: "shop-1", feed: feed)
    }

    @Test("the cursor belongs to a feed of a source and never moves backwards")
    func forwards() async throws {
        #expect(try await readTo() == nil)
        try await temporary.land(readTo: .version(5))
        try await temporary.land(readTo: .version(3))
        try await temporary.land()
        #expect(try await readTo() == .version(5))
        #expect(try await readTo("refunds") == nil)
        #expect(try await temporary.store.readTo(source: "shop-2", feed: "orders") == nil)
        try await temporary.land(readTo: .version(6))
        #expect(try await readTo() == .version(6))
    }

    private let unfit = Order("bad", remark: "长长", lines: [OrderLine()])

    /// Lets a landing of `unfit` fail, as a full disk would.
    private func refuseUnfit() throws {
        try DatabaseQueue(path: temporary.path).write { database in
            try database.execute(
                sql: """
                    CREATE TRIGGER unfit BEFORE INSERT ON orders WHEN NEW.order_id = 'bad'
                    BEGIN SELECT RAISE(ABORT, 'no more of it'); END
                    """)
        }
    }

    @Test("a landing that fails leaves no order, no lineage and no cursor, and no key of a name it gave")
    func failedLanding() async throws {
        try refuseUnfit()
        try await temporary.land([Order(lines: [OrderLine(product: "")])])
        var first = Order("o2", shopID: "s-new", lines: [OrderLine(host: "h5", product: "p1")])
        first.buyerPlace = Place(county: "睢县")
        let source = SourceName(name: "shop-new", platform: "douyin")
        await #expect(throws: StoreError.self) {
            try await temporary.land([first, unfit], from: source, readTo: .version(9))
        }
        #expect(try await temporary.store.stories(orderID: "o2").isEmpty)
        #expect(try await temporary.store.readTo(source: "shop-new", feed: "orders") == nil)

        // Other names take the numbers that the failed landing had given.
        var second = Order("o3", shopID: "s-other", lines: [OrderLine(host: "h2", product: "p2")])
        second.buyerPlace = Place(county: "虞城县")
        try await temporary.land([second], from: SourceName(name: "shop-other", platform: "p832"))
        try await temporary.land([first], from: source)
        let stories =
            try await temporary.store.stories(orderID: "o2") + temporary.store.stories(orderID: "o3")
        #expect(stories.map(\.order.shopID) == ["s-new", "s-other"])
        #expect(stories.map(\.source) == ["shop-new", "shop-other"])
        #expect(stories.map(\.order.buyerPlace.county) == ["睢县", "虞城县"])
        #expect(stories.compactMap { $0.lines["l1"]?.category } == ["粮油", ""])
        #expect(try await temporary.sums()["b"].paidFen == 1_000 + 333)
        try await temporary.expectSound()
    }

    @Test("a failed landing says what to do without showing the record")
    func sentence() async throws {
        try refuseUnfit()
        let error = await #expect(throws: StoreError.self) { try await temporary.land([unfit]) }
        #expect(error?.description.contains(temporary.path) == true)
        #expect(error?.description.contains("长长") == false)
    }

    @Test("many landings at once, some failing, keep every name with its own number")
    func concurrentFailures() async throws {
        try refuseUnfit()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<40 {
                group.addTask {
                    let good = Order("n\(number)", shopID: "s\(number)", lines: [OrderLine()])
                    let orders = number % 2 == 0 ? [good] : [good, unfit]
                    do { try await temporary.land(orders) } catch is StoreError { #expect(number % 2 == 1) }
                }
            }
            try await group.waitForAll()
        }
        for number in 0..<40 {
            let shops = try await temporary.store.stories(orderID: "n\(number)").map(\.order.shopID)
            #expect(shops == (number % 2 == 0 ? ["s\(number)"] : []))
        }
        try await temporary.expectSound()
    }
}
