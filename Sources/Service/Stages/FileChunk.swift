import Books
import Domain
import Foundation
import Platforms

/// Rows of a file that land together, by their orders; what is made of the rows of one order is `Books`' matter.
struct FileChunk {
    private var orders: [[Order]] = []
    private var parked: [ParkedRecord] = []
    private var places: [String: Int] = [:]
    private let readAt: Instant

    /// Rows that are read at an instant.
    init(readAt: Instant) {
        self.readAt = readAt
    }

    /// Rows, read or parked.
    private(set) var rowCount: Int64 = 0

    /// Orders and parked rows.
    var count: Int { orders.count + parked.count }

    var orderIDs: [String] { orders.map { $0[0].orderID } }

    mutating func add(_ item: OrderFileItem) {
        rowCount += 1
        switch item {
        case .parked(let record): parked.append(record)
        case .order(let row):
            if let flaw = row.flaw(readAt: readAt) {
                parked.append(ParkedRecord(flaw, of: row, isRow: true))
            } else if let place = places[row.orderID] {
                orders[place].append(row)
            } else {
                places[row.orderID] = orders.count
                orders.append([row])
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
                Arrival($0, kind: .file, platform: input.platform, fetchedAt: now, roster: roster)
            }, afterSales: [], parked: parked, fileSpan: span, isFileIncomplete: !input.isComplete)
    }

    /// When its orders were created, as far as rows say so.
    var createdAt: [Instant] { orders.joined().compactMap(\.createdAt) }
}
