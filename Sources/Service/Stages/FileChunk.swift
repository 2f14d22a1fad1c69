import Books
import Domain
import Foundation
import Platforms

/// Rows of a file that land together, by their orders; what is made of the rows of one order is `Books`' matter.
struct FileChunk {
    private var orders: [[Order]] = []
    private var refunds: [Refund] = []
    private var parked: [ParkedRecord] = []
    private var unknownWords: [UnknownWord] = []
    private var places: [OrderKey: Int] = [:]
    private let readAt: Instant
    /// Whether each order is stated as a whole, not line by line.
    private let areWhole: Bool

    /// Rows that are read at an instant.
    init(readAt: Instant, areWhole: Bool = false) {
        self.readAt = readAt
        self.areWhole = areWhole
    }

    /// Rows, read or parked.
    private(set) var rowCount: Int64 = 0

    /// Orders, after-sales and parked rows.
    var count: Int { orders.count + refunds.count + parked.count }

    mutating func add(_ item: OrderFileItem) {
        switch item {
        case .parked(let record):
            rowCount += 1
            parked.append(record)
        case .records(let records):
            rowCount += Int64(records.rowCount)
            refunds += records.refunds
            guard let order = records.order else {
                unknownWords += records.unknownWords
                return
            }
            if let flaw = order.flaw(readAt: readAt) {
                parked.append(ParkedRecord(flaw, of: order, isRow: !areWhole))
                return
            }
            unknownWords += records.unknownWords
            if let place = places[order.key] {
                orders[place].append(order)
            } else {
                places[order.key] = orders.count
                orders.append([order])
            }
        }
    }

    /// The rows, prepared for landing.
    ///
    /// `span`: from when to when the orders of the whole file were created; nothing until its last rows, and nothing of a
    /// file that is not complete.
    func page(
        _ input: ImportStage.Input, feed: String, number: Int, sha256: String, at now: Instant,
        _ roster: RosterInForce, span: ReadSpan?
    ) -> PreparedPage {
        PreparedPage(
            facts: PageFacts(
                feed: feed, window: nil, cursor: String(number),
                file: URL(fileURLWithPath: input.path).lastPathComponent, hash: sha256, fetchedAt: now),
            arrivals: orders.map {
                Arrival(
                    $0, kind: input.kind, platform: input.platform(of: $0[0].key), fetchedAt: now,
                    areLines: !areWhole, roster: roster)
            }, afterSales: AfterSale.all(of: refunds), parked: parked, unknownWords: unknownWords,
            fileSpan: span, isFileIncomplete: !input.isComplete)
    }

    /// When its orders were created, as far as rows say so.
    var createdAt: [Instant] { orders.joined().compactMap(\.createdAt) }
}
