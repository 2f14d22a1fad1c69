/// What others know an order by.
package struct OrderKey: Hashable, Sendable {
    package let channel: Channel
    /// The platform's own shop id.
    package let shopID: String
    package let orderID: String

    /// The key of an order.
    package init(channel: Channel, shopID: String, orderID: String) {
        self.channel = channel
        self.shopID = shopID
        self.orderID = orderID
    }
}

extension Order {
    /// What others know it by.
    package var key: OrderKey { OrderKey(channel: channel, shopID: shopID, orderID: orderID) }
}

extension Refund {
    /// The order that it belongs to.
    package var orderKey: OrderKey { OrderKey(channel: channel, shopID: shopID, orderID: orderID) }
}
