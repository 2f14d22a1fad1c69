package import Domain

// Asking for one order by its number, where a platform gives that.

extension Platform {
    /// None.
    package var orderLookup: Feed? { nil }
}

extension Feed {
    /// The name of every order lookup, in messages and in the store.
    package static let lookupName = "order_lookup"

    /// A call that gives one order by its number: it has no windows, and nothing counts as read by it.
    package init(lookup method: String, requestsPerSecond: Int) {
        self.init(
            name: Self.lookupName, method: method, windowSecondsMax: 0, reachSeconds: nil, overlapSeconds: 0,
            settleSeconds: 0, rowsMax: nil, requestsPerSecond: requestsPerSecond)
    }
}

extension PageQuery {
    /// This one order, by a platform's `orderLookup`.
    package init(order: OrderKey, by lookup: Feed) {
        // Such a query has no window, so nobody looks at its ends.
        let never = Instant(milliseconds: 0)
        self.init(feed: lookup, from: never, to: never, page: .order(order))
    }

    /// The number of the order that is asked for; `nil` for a page of a window.
    package var orderID: String? {
        if case .order(let order) = page { order.orderID } else { nil }
    }
}

extension PlatformError {
    /// The answer holds an order, or several, and none with the number and of the shop that were asked for.
    ///
    /// It is refused as a whole and nothing of it is parked: whose order it is nobody knows, and there is nothing in it
    /// that a person could put right.
    static func otherOrder(_ place: String) -> PlatformError {
        PlatformError(.stopAccount, code: place, advice: Notice("platform.other_order"))
    }
}
