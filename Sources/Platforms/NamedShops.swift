package import Domain
internal import Tabular

/// Where the orders of shops belong that a file names: an ERP's export in the words of that system, a list of ours in those of
/// whoever keeps it.
///
/// An ERP is a source, never a channel: its file holds orders of several shops, and only a person can say which of our accounts
/// each of its names stands for. A list says of each place what it is, and the account of that name and channel is meant.
package struct NamedShops: Sendable {
    /// A shop of ours.
    package struct Shop: Hashable, Sendable {
        package let channel: Channel
        package let shopID: String
        /// The platform of its account.
        package let platform: String

        /// Where it sells, its id there, and what its account calls the platform.
        package init(channel: Channel, shopID: String, platform: String) {
            (self.channel, self.shopID, self.platform) = (channel, shopID, platform)
        }
    }

    private let shops: [String: Set<Shop>]

    /// The shops, by the names that the file gives them: each all that have the name.
    package init(_ shops: [String: Set<Shop>]) {
        self.shops = shops
    }

    /// What the account of a shop calls its platform; `nil` of a shop that is not named.
    package func platform(of key: OrderKey) -> String? {
        shops.values.lazy.joined().first { $0.channel == key.channel && $0.shopID == key.shopID }?.platform
    }

    /// Puts what a row states where its shop is; throws where nobody has said which shop of ours the name stands for.
    ///
    /// `channelIsStated`: only shops of the record's own channel are meant.
    func settle(
        _ records: inout RowRecords, of row: TableRow, channelIsStated: Bool
    ) throws(TabularError) {
        if let order = records.order {
            let shop = try shop(named: order.shopID, on: channelIsStated ? order.channel : nil, in: row)
            records.order?.channel = shop.channel
            records.order?.shopID = shop.shopID
        }
        for place in records.refunds.indices {
            let refund = records.refunds[place]
            let shop = try shop(
                named: refund.shopID, on: channelIsStated ? refund.channel : nil, in: row)
            records.refunds[place].channel = shop.channel
            records.refunds[place].shopID = shop.shopID
        }
        records.unknownWords = records.unknownWords.map { word in
            UnknownWord(
                key: word.key, word: word.word,
                shopID: records.order?.shopID ?? word.shopID.flatMap { shops[$0] }?.first?.shopID,
                orderID: word.orderID, lineID: word.lineID, refundID: word.refundID, paidFen: word.paidFen)
        }
    }

    /// The one shop of ours that has the name.
    private func shop(
        named name: String, on channel: Channel?, in row: TableRow
    ) throws(TabularError) -> Shop {
        let known = (shops[name] ?? []).filter { channel == nil || $0.channel == channel }
        if known.count == 1, let shop = known.first { return shop }
        let name = UnknownWord.isWord(name) ? name : "***"
        throw channel.map {
            row.problem(
                nil, Notice("file.place_unknown", name, $0.key), Notice("file.add_place", $0.key))
        } ?? row.problem(nil, Notice("file.shop_unknown", name), Notice("file.name_shop"))
    }
}
