import Domain
import SeededRandomness

/// Plays so many random histories to new books each and to the naive ones; the first in which they differ, with its seed
/// and without the steps that do not matter, or `nil`.
func firstDisagreement(
    among count: Int, seed: UInt64 = .random(in: 0...UInt64.max), with books: () async throws -> some Product
) async throws -> String? {
    var seeds = SeededRandom(seed: seed)
    for _ in 0..<count {
        let history = History.random(seed: seeds.next())
        guard try await history.disagreement(between: NaiveBooks(), and: books()) != nil else { continue }
        let shrunk = try await history.shrunk { shorter in
            try await shorter.disagreement(between: NaiveBooks(), and: books()) != nil
        }
        let disagreement = try await shrunk.disagreement(between: NaiveBooks(), and: books())
        return "\(shrunk)\(disagreement.map(String.init(describing:)) ?? "")"
    }
    return nil
}

extension History: CustomStringConvertible {
    /// The seed, and a line for each step.
    var description: String {
        "history of seed \(seed)\n"
            + steps.enumerated().map { place, step in "\(place): \(step.summary)\n" }.joined()
    }
}

extension Step {
    fileprivate var summary: String {
        switch self {
        case .land(let page, let isStale): "land \(isStale ? "by a stale roster " : "")\(page.summary)"
        case .importRows(let file):
            "import \(file.account.id) at \(file.fetchedAt)\(file.rows.map(\.summary).joined())"
                + file.parked.map {
                    "\n     parked \($0.orderID) \($0.lineID) updated \($0.updatedAt?.description ?? "-")"
                }.joined()
        case .disturb(.killedLanding(let page)): "killed while landing \(page.summary)"
        case .disturb(.refusedLanding(let page)): "refused \(page.summary)"
        case .replaceRoster, .attribute, .post, .disturb, .ask: "\(self)"
        }
    }
}

extension Page {
    fileprivate var summary: String {
        let refunds = afterSales.joined().map { refund in
            """
            \n     refund \(refund.orderID) \(refund.lineID) \(refund.refundID) \(refund.state) \
            \(refund.refundedFen) returned \(refund.returnedMilli) at \(refund.refundedAt) updated \(refund.updatedAt)
            """
        }
        return "\(account.id) (\(kind)) at \(fetchedAt)\(orders.map(\.summary).joined())\(refunds.joined())"
    }
}

extension Order {
    fileprivate var summary: String {
        let lines = lines.map { line in
            """
            \n       \(line.lineID) \(line.sale) paid \(line.paidFen) gross \(line.grossFen) \(line.quantity) \
            goods \(line.productID)/\(line.skuID) host \(line.hostID) room \(line.roomID) \(line.category) \
            \(line.originRegion?.description ?? "")\(line.closedAt.map { " closed \($0)" } ?? "")\
            \(line.statedRefund.map { " \($0)" } ?? "")
            """
        }
        return """
            \n     order \(orderID) of \(shopID) updated \(updatedAt) unstated \(unstated.rawValue) \
            header \(headerPaidFen?.description ?? "none") \(buyer) \
            \(buyerPlace.region?.description ?? "")\(lines.joined())
            """
    }
}
