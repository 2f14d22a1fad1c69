import Domain
import Foundation
import Platforms
import Reports
import Tabular
import Testing

/// What comes out of an export of the fixtures, in figures that can be added up by hand.
struct FileFigures {
    /// By the day of the sale.
    private(set) var paidFenByDay: [String: Int64] = [:]
    private(set) var freightFen: Int64 = 0
    /// What lines say was refunded so far, and what after-sales paid back.
    private(set) var refundedFen: Int64 = 0
    /// What was paid of lines that were closed.
    private(set) var closedFen: Int64 = 0
    private(set) var orderIDs: Set<String> = []
    private(set) var lineIDs: Set<String> = []
    /// The lines of the file with what is parked, and the words that are not known.
    private(set) var parked: [String] = []
    private(set) var unknownWords: [String] = []

    /// Reads a file of the fixtures of a platform: `orders.csv`.
    init(_ name: String, of platform: String) throws {
        try self.init(OrderFileText.items(of: Fixture(platform: platform, path: "files/\(name)")))
    }

    init(_ items: [OrderFileItem]) {
        for item in items {
            switch item {
            case .parked(let record): parked.append(record.path)
            case .records(let records):
                unknownWords += records.unknownWords.map(\.word)
                refundedFen += records.refunds.reduce(0) {
                    $0 + ($1.state == .succeeded ? $1.refundedFen.amount : 0)
                }
                if let order = records.order { add(order) }
            }
        }
    }

    /// What is said of a file of the fixtures that lacks a column; `nil` where nothing is.
    static func refusal(of name: String, of platform: String, without column: String) throws -> String? {
        let fixture = Fixture(platform: platform, path: "files/\(name)")
        let text = String(decoding: try fixture.bytes(), as: UTF8.self)
            .replacing(column, with: "别的", maxReplacements: 1)
        let path = NSTemporaryDirectory() + "daihuo-\(UUID().uuidString).csv"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        let format = try #require(
            PlatformList.orderFiles.first {
                $0.matches((try? TableFile(path: fixture.url.path))?.columns ?? [])
            })
        do {
            _ = try format.mapping(of: TableFile(path: path))
            return nil
        } catch {
            return error.notice.text(in: .chinese)
        }
    }

    private mutating func add(_ order: Order) {
        orderIDs.insert(order.orderID)
        freightFen += order.freightFen.amount
        for line in order.lines {
            lineIDs.insert("\(order.orderID)/\(line.lineID)")
            refundedFen += line.statedRefund?.refundedFen.amount ?? 0
            if line.closedAt != nil { closedFen += line.paidFen.amount }
            guard case .sale(let instant) = line.sale else { continue }
            paidFenByDay[instant.day.description, default: 0] += line.paidFen.amount
        }
    }
}
