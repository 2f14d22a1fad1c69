/// What staff read for a feed of a platform.
enum FeedName {
    /// The word for a feed by its name; one that has none, of a description, is shown as it is named there.
    static func shown(_ feed: String, in language: Language) -> String {
        switch feed {
        case "orders": language.text("订单", "orders")
        case "refunds": language.text("售后", "after-sales")
        default: feed
        }
    }
}
