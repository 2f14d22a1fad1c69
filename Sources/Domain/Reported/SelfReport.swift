/// What a county or a secretary says was sold on a day (日报): a source to reconcile, never the truth, and never a sale.
package struct SelfReport: Hashable, Sendable {
    package let key: Key
    package let figures: Figures

    /// What is reported in these figures.
    package init(_ key: Key, _ figures: Figures) {
        (self.key, self.figures) = (key, figures)
    }

    /// What it is about: whoever reports the same again takes back what was reported before.
    package struct Key: Hashable, Sendable {
        package let day: BusinessDay
        /// Who reports, and from which county, in the words of the report; one of both may be empty.
        package let reporter, region: String
        /// Where it was sold; `nil` where the report does not say, or in a word that is no channel's.
        package let channel: Channel?
        /// Where it was sold in the report's own words, where those are no channel's; else empty.
        package let channelWord: String
        /// What was sold; empty where the report is about all goods.
        package let product: String

        /// What a report is about.
        package init(
            day: BusinessDay, reporter: String, region: String = "", channel: Channel? = nil,
            channelWord: String = "", product: String = ""
        ) {
            (self.day, self.reporter, self.region) = (day, reporter, region)
            (self.channel, self.channelWord, self.product) = (channel, channelWord, product)
        }
    }

    /// What it states; `nil` is what it does not state, which is not 0.
    package struct Figures: Hashable, Sendable {
        package var fen: Fen?
        package var grams: Grams?
        /// As it was stated, where it stands apart from a weight.
        package var quantity: Quantity?
        package var orders: Int64?
        /// Where the goods are from, in the report's words.
        package var origin = ""
        /// Without personal data.
        package var remark = ""

        /// Nothing is stated.
        package init() {}
    }

    /// No day's figure is larger: ten billion yuan, a million tonnes; and millions of them can be added up.
    package static let figureMax: Int64 = 1_000_000_000_000

    /// The name of their source in the store, of its platform, and of their format for `daihuo import --as`.
    package static let source = "daily-reports", format = "daily"
}

extension SelfReport.Key {
    /// Day and reporter, by which what is parked of them is found.
    package var shownReporter: String { Self.joined(["\(day)", region, reporter]) }

    /// Channel and product; empty where the report is about all there is.
    package var shownGoods: String { Self.joined([channel?.key ?? channelWord, product]) }

    private static func joined(_ parts: [String]) -> String {
        parts.filter { !$0.isEmpty }.joined(separator: " ")
    }
}
