/// What is kept of a parked record: the keys that the mapping reads, but the names of places and the seller's words.
struct DouyinKeptKeys: Sendable {
    let ofOrders: DescribedKeys
    let ofRefunds: DescribedKeys

    init() {
        var orders = DescribedKeys(Self.order, values: .figures)
        orders.insert(Self.words, values: .words)
        ofOrders = orders
        ofRefunds = DescribedKeys(Self.refund, values: .figures)
    }

    /// Ways to the figures of an order.
    static let order =
        orderFigures.map { [$0] } + ["province", "city", "town"].map { ["mask_post_addr", $0, "id"] }
        + phaseFigures.map { ["order_phase_list", $0] }
        + (orderFigures + lineFigures).map { ["sku_order_list", $0] }
    /// Ways to its words.
    static let words = [
        ["product_name"], ["given_product_type"], ["spec", "name"], ["spec", "value"],
    ].map { ["sku_order_list"] + $0 }
    /// Ways to the figures of an after-sale.
    static let refund =
        refundFigures.map { ["aftersale_info", $0] } + [["order_info", "shop_order_id"]]
        + refundLineFigures.map { ["order_info", "related_order_info", $0] }

    private static let orderFigures = [
        "order_id", "order_status", "trade_type", "pay_type", "create_time", "pay_time", "update_time",
        "confirm_receipt_time", "finish_time", "pay_amount", "post_amount", "tax_amount",
        "promotion_pay_amount",
    ]
    private static let phaseFigures = [
        "sku_order_id", "current_phase", "total_phase", "pay_success", "phase_pay_time",
    ]
    private static let lineFigures = [
        "item_num", "origin_amount", "order_amount", "shop_cost_amount", "author_cost_amount",
        "platform_cost_amount", "only_platform_cost_amount", "promotion_shop_amount",
        "promotion_talent_amount", "promotion_platform_amount", "product_id_str", "product_id", "sku_id",
        "author_id", "room_id_str", "room_id",
    ]
    private static let refundFigures = [
        "aftersale_id", "aftersale_order_type", "aftersale_type", "aftersale_status", "refund_status",
        "refund_amount", "related_id", "apply_time", "update_time", "aftersale_num",
    ]
    private static let refundLineFigures = ["sku_order_id", "aftersale_pay_amount", "aftersale_item_num"]
}
