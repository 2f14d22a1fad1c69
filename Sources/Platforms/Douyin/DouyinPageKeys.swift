/// What is kept of 抖店's pages: the keys that the mapping reads.
///
/// Receiver, phone, street and the buyer's words are not among them.
struct DouyinPageKeys: Sendable {
    let ofOrders: PageKeys
    let ofRefunds: PageKeys
    let ofLookups: PageKeys

    init() {
        let page = Self.envelope + ["page", "size", "total", "has_more"].map { ["data", $0] }
        ofOrders = PageKeys(
            envelope: Self.figures(page), records: ["data", "shop_order_list"], of: Self.order)
        ofLookups = PageKeys(
            envelope: Self.figures(Self.envelope), records: ["data", "shop_order_detail"], of: Self.order)
        ofRefunds = PageKeys(
            envelope: Self.figures(page), records: ["data", "items"], of: Self.figures(DouyinKeptKeys.refund))
    }

    private static let envelope = [["code"], ["err_no"]]

    private static let order: [PageKeys.Way] = {
        let addresses = ["mask_post_addr", "post_addr"]
        let names = addresses.flatMap { address in
            ["province", "city", "town"].map { [address, $0, "name"] }
        }
        let codes = addresses.flatMap { address in ["province", "city", "town"].map { [address, $0, "id"] } }
        return figures(DouyinKeptKeys.order + codes + [["shop_id"]])
            + (DouyinKeptKeys.words + names).map { PageKeys.Way(names: $0, values: .words) }
            + [PageKeys.Way(names: ["seller_words"], values: .remark)]
    }()

    private static func figures(_ ways: [[String]]) -> [PageKeys.Way] {
        ways.map { PageKeys.Way(names: $0, values: .figures) }
    }
}
