internal import Domain
internal import JSON

/// One order by its number: `order.orderDetail`, which answers what `order.searchList` has as an element.
struct DouyinLookup {
    let orderID: String

    static let feed = Feed(lookup: "order.orderDetail", requestsPerSecond: 10)
    /// Where the answer holds the order.
    static let place = "data.shop_order_detail"

    /// The body of the request.
    var body: String { #"{"shop_order_id":\#(BodyTemplate.quoted(orderID))}"# }

    /// Whether the platform has the order; throws where it answers another one.
    func outline(_ root: JSONView) throws(PlatformError) -> Page {
        guard let order = Self.order(root) else { return Page(rowsInWindow: 0) }
        guard (try? order.identifier("order_id")) == orderID else { throw .otherOrder(Self.place) }
        return Page(rowsInWindow: 1)
    }

    /// The order; `nil` where the platform has none with the number.
    static func order(_ root: JSONView) -> JSONView? {
        guard let order = root["data"]?["shop_order_detail"], !order.isNull else { return nil }
        return order
    }
}
