package import Domain
internal import Tabular

/// Where the orders of shops belong that an export names in the words of the system that wrote it, as an ERP's does.
///
/// An ERP is a source, never a channel: its file holds orders of several shops, and only a person can say which of our accounts
/// each of its names stands for.
package struct NamedShops: Sendable {
    /// A shop of ours.
    package struct Shop: Sendable {
        package let channel: Channel
        package let shopID: String

        /// Where it sells, and its id there.
        package init(channel: Channel, shopID: String) {
            (self.channel, self.shopID) = (channel, shopID)
        }
    }

    private let shops: [String: Shop]

    /// The shops, by the names that the export gives them.
    package init(_ shops: [String: Shop]) {
        self.shops = shops
    }

    /// Puts what a row states where its shop is; throws where nobody has said which shop of ours the name stands for.
    func settle(_ records: inout RowRecords, of row: TableRow) throws(TabularError) {
        if let name = records.order?.shopID {
            let shop = try shop(named: name, in: row)
            records.order?.channel = shop.channel
            records.order?.shopID = shop.shopID
        }
        for place in records.refunds.indices {
            let shop = try shop(named: records.refunds[place].shopID, in: row)
            records.refunds[place].channel = shop.channel
            records.refunds[place].shopID = shop.shopID
        }
        records.unknownWords = records.unknownWords.map { word in
            UnknownWord(
                key: word.key, word: word.word, shopID: word.shopID.flatMap { shops[$0]?.shopID },
                orderID: word.orderID, lineID: word.lineID, refundID: word.refundID, paidFen: word.paidFen)
        }
    }

    private func shop(named name: String, in row: TableRow) throws(TabularError) -> Shop {
        if let shop = shops[name] { return shop }
        throw row.problem(
            nil, Notice("file.shop_unknown", UnknownWord.isWord(name) ? name : "***"),
            Notice("file.name_shop"))
    }
}
