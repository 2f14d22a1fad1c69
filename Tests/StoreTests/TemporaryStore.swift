import Domain
import Foundation
import Ledger
import Store
import Synchronization
import Testing

/// A store in a folder of its own that goes with it.
final class TemporaryStore: Sendable {
    let store: OrderStore
    let path: String
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        path = folder.path + "/daihuo.db"
        store = try OrderStore(path: path)
    }

    /// Lands one page; each landing is fetched at the same instant, the order of the calls decides.
    @discardableResult
    func land(
        _ orders: [Order] = [], refunds: [Refund] = [], parked: [ParkedRecord] = [],
        from source: SourceName = .shop,
        isFile: Bool = false, feed: String = "orders", crediting: HostCrediting = .standard,
        readTo: Instant? = nil
    ) async throws -> LandingCounts {
        let page = LandedPage(
            orders: orders, refunds: refunds, parked: parked, platform: source.platform, crediting: crediting)
        return try await store.land(
            Landing(source: source, isFile: isFile, feed: feed, pages: [page], readTo: readTo))
    }

    /// Books all that waits.
    @discardableResult
    func post(limit: Int = 1_000) async throws -> [ClosedBatch] {
        var batches: [ClosedBatch] = []
        let bookedAt = Instant.beijing("2022-12-01T09:00:00")
        try await store.closeBatches(limit: limit, bookedAt: bookedAt, Journal.close) { batches.append($0) }
        return batches
    }

    /// Computes all credits anew.
    @discardableResult
    func recredit(_ crediting: HostCrediting) async throws -> LandingCounts {
        try await store.recredit(fingerprint: "f", crediting: crediting) { _ in }
    }

    /// The sums of a leg by day and party, with distinct orders counted, and the proof.
    func sums(
        _ leg: ReportLeg = .sell, from: BusinessDay = .first, to: BusinessDay = .last,
        dated: ReportScope.Dating = .paid
    ) async throws -> SumsByParty {
        let scope = ReportScope(from: from, to: to, leg: leg, by: .day, dated: dated)
        let (list, proof, notSales) = try await store.cells(
            scope, into: CellList(), session: { _, _, _, _ in nil })
        return SumsByParty(cells: list.cells, proof: proof, notSales: notSales)
    }

    /// The one order with this number.
    func story(_ orderID: String = "o1") async throws -> OrderStory {
        let stories = try await store.stories(orderID: orderID)
        return try #require(stories.count == 1 ? stories.first : nil)
    }

    /// All entries that are booked, after checking numbers and the chain of hashes.
    func bookedEntries() async throws -> [JournalEntry] {
        let chain = Mutex(Chain())
        try await store.eachBatch { batch in chain.withLock { $0.add(batch) } }
        return chain.withLock { chain in
            #expect(chain.flaws.isEmpty)
            return chain.entries
        }
    }

    /// What must hold at any time: the sums agree with the rows, and the proof explains everything on every leg.
    func expectSound(_ comment: Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation)
        async throws
    {
        let disagreements = try await store.disagreements()
        #expect(disagreements.isEmpty, comment, sourceLocation: sourceLocation)
        for leg in ReportLeg.allCases {
            let proof = try await sums(leg).proof
            #expect(proof.unexplainedFen == 0, comment, sourceLocation: sourceLocation)
        }
    }
}

/// A folder that is removed with its last user.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "daihuo-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// A fold that keeps every cell, and a cell without sums for each cell of a shared order.
private struct CellList: CellFold {
    private(set) var cells: [CreditCell] = []
    private var keys: [CreditCell] = []

    mutating func place(of cell: CreditCell) -> Int {
        keys.append(cell)
        return keys.count - 1
    }

    mutating func add(_ sums: CreditSums, at place: Int) {
        var cell = keys[place]
        cell.sums = sums
        cells.append(cell)
    }

    mutating func addOrder(_ number: Int64, isWhole: Bool, at places: [Int]) {
        for place in places {
            var cell = keys[place]
            cell.sharedOrder = number
            cells.append(cell)
        }
    }

    mutating func add(_ cell: CreditCell) { cells.append(cell) }
}

/// Cells folded by day and party, as a report folds them.
struct SumsByParty {
    struct Key: Hashable {
        let day: BusinessDay
        let partyID: String?
    }

    private(set) var byKey: [Key: CreditSums] = [:]
    /// Over everything, each order counted once.
    private(set) var total = CreditSums()
    let cells: [CreditCell]
    let proof: Proof
    let notSales: NotSales

    init(cells: [CreditCell], proof: Proof, notSales: NotSales) {
        self.cells = cells
        self.proof = proof
        self.notSales = notSales
        var shared: [Key: Set<Int64>] = [:]
        for cell in cells {
            let key = Key(day: cell.day, partyID: cell.partyID)
            byKey[key, default: CreditSums()].add(cell.sums)
            total.add(cell.sums)
            if let order = cell.sharedOrder { shared[key, default: []].insert(order) }
        }
        for (key, orders) in shared {
            byKey[key, default: CreditSums()].orders += Int64(orders.count)
        }
        total.orders += Int64(Set(shared.values.joined()).count)
    }

    /// What stands under a reason that a host is unassigned for, other than that nobody knows it.
    var netFenByReason: [UnassignedReason: Int64] {
        var sums: [UnassignedReason: Int64] = [:]
        for cell in cells {
            if let reason = cell.reason, reason != .noIdentity, cell.sums != CreditSums() {
                sums[reason, default: 0] += cell.sums.netFen
            }
        }
        return sums
    }

    /// A party's sums over all days.
    subscript(partyID: String?) -> CreditSums {
        byKey.filter { $0.key.partyID == partyID }.values.reduce(into: CreditSums()) { $0.add($1) }
    }
}

/// Follows the batches from the first and notes what breaks the chain.
private struct Chain {
    private(set) var entries: [JournalEntry] = []
    private(set) var flaws: [String] = []
    private var number: Int64 = 0
    private var hash = ""

    mutating func add(_ batch: ClosedBatch) {
        if batch.head.number != number + 1 { flaws.append("batch \(batch.head.number) after \(number)") }
        if batch.head.previousHash != hash { flaws.append("batch \(batch.head.number) hangs on another one") }
        if !Journal.isIntact(batch) { flaws.append("batch \(batch.head.number) has another hash") }
        number = batch.head.number
        hash = batch.hash
        entries += batch.entries
    }
}
