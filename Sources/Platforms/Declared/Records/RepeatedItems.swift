internal import Domain

/// Finds orders of one page whose records each list the items of all of them, as some sources write an order that was
/// split by shop.
///
/// Their lines are the same, come to more than each header, and to what all headers come to together. Landed, every item
/// would count once for each of them.
enum RepeatedItems {
    /// What is wrong with each of them, and what to do.
    static let reason = Notice("declared.items_of_all_shops")

    /// The places of such orders; nearly always none.
    static func places(in orders: [Order]) -> Set<Int> {
        var groups: [[Item]: [Int]] = [:]
        for (place, order) in orders.enumerated() where order.lines.count > 1 {
            guard let header = order.headerPaidFen, sum(order) > header.amount else { continue }
            let items = order.lines.map { Item(lineID: $0.lineID, paidFen: $0.paidFen.amount) }
            groups[items.sorted { $0.lineID < $1.lineID }, default: []].append(place)
        }
        return Set(groups.values.filter { isSplit($0.map { orders[$0] }) }.joined())
    }

    private struct Item: Hashable {
        let lineID: String
        let paidFen: Int64
    }

    private static func isSplit(_ orders: [Order]) -> Bool {
        guard orders.count > 1, let first = orders.first else { return false }
        return orders.reduce(Int64(0)) { $0 &+ ($1.headerPaidFen?.amount ?? 0) } == sum(first)
    }

    /// Compared only: lines are at most 10^13 fen each, and a page far too small to leave `Int64` with them.
    private static func sum(_ order: Order) -> Int64 { order.lines.reduce(0) { $0 &+ $1.paidFen.amount } }
}
