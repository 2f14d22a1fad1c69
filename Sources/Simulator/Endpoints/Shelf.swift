import Domain

/// What one account can show at an instant: rows in ascending order of their update, newest versions only.
struct Shelf: Sendable {
    /// One listed order, in one of its versions.
    struct OrderRow: Sendable {
        /// Where the row stands in a listing by update, epoch seconds.
        let listedAt: Int64
        let order: Int
        let version: OrderSpec.Version
    }

    /// One listed after-sale record.
    struct RefundRow: Sendable {
        let listedAt: Int64
        let order: Int
        let refund: Int
        /// Whether it is settled by now.
        let isDone: Bool
    }

    private(set) var orders: [OrderRow] = []
    private(set) var refunds: [RefundRow] = []

    /// The shelves of all accounts at an instant; nothing newer is to be seen.
    static func all(of scenario: Scenario, at now: Instant) -> [Shelf] {
        var shelves = Array(repeating: Shelf(), count: scenario.accounts.count)
        for (index, order) in scenario.orders.enumerated() {
            shelves[order.account].add(order, index: index, at: now.seconds)
        }
        for index in shelves.indices {
            shelves[index].orders.sort { ($0.listedAt, $0.order) < ($1.listedAt, $1.order) }
            shelves[index].refunds.sort {
                ($0.listedAt, $0.order, $0.refund) < ($1.listedAt, $1.order, $1.refund)
            }
        }
        return shelves
    }

    private mutating func add(_ order: OrderSpec, index: Int, at now: Int64) {
        if let version = order.version(at: now) {
            orders.append(OrderRow(listedAt: version.updatedAt, order: index, version: version))
            if order.echoedAt > 0, order.echoedAt <= now, let oldest = order.versions.first {
                orders.append(OrderRow(listedAt: order.echoedAt, order: index, version: oldest))
            }
        }
        for (place, refund) in order.refunds.enumerated() where refund.appliedAt <= now {
            let isDone = refund.doneAt <= now
            refunds.append(
                RefundRow(
                    listedAt: isDone ? refund.doneAt : refund.appliedAt, order: index, refund: place,
                    isDone: isDone))
        }
    }
}

extension Array {
    /// The slice of rows in a window, both ends included; the array ascends by that key.
    func window(from: Int64, to: Int64, by key: (Element) -> Int64) -> ArraySlice<Element> {
        let low = partition { key($0) >= from }
        let high = partition { key($0) > to }
        return low < high ? self[low..<high] : []
    }

    private func partition(_ isBehind: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
