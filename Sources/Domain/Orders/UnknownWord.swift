/// A word of a source that its description does not know, as it stands in one record.
///
/// What the figures do with it is the description's default; that it was there is told, until somebody has put it in
/// the map. There is one for each record and key, so that reading a record again adds nothing.
package struct UnknownWord: Hashable, Sendable {
    /// The key of the description whose map lacks it: `order.status`, `refund.status`, `order.buyer.kind`.
    package let key: String
    /// The word; empty where the record has none, or where it may be something else than a word.
    package let word: String
    /// The shop, of a record that says so; `nil`: that of its account.
    package let shopID: String?
    /// The order's number, where it could be read; else empty.
    package let orderID: String
    /// The line, of a record that is an after-sale of one, where it could be read; else empty.
    package let lineID: String
    /// The after-sale's number, of a record that is one; else empty.
    package let refundID: String
    /// What the order's header says was paid, or the amount of the after-sale; `nil` where that could not be read.
    package let paidFen: Fen?

    /// An unknown word.
    ///
    /// A text that is too long for a word, holds more than four digits or looks like personal data is not kept.
    package init(
        key: String, word: String, shopID: String? = nil, orderID: String, lineID: String = "",
        refundID: String = "", paidFen: Fen?
    ) {
        self.key = key
        self.word = Self.isWord(word) ? word : ""
        self.shopID = shopID
        self.orderID = orderID
        self.lineID = lineID
        self.refundID = refundID
        self.paidFen = paidFen
    }

    /// Whether a text may be a word or a code for a state.
    package static func isWord(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        let digits = scalars.count { $0.properties.numericType != nil }
        return scalars.count <= 24 && digits <= 4
            && scalars.allSatisfy {
                $0.properties.isAlphabetic || $0.properties.numericType != nil || isMark($0)
            }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        "_-./ ()（）【】[]、，,:：".unicodeScalars.contains(scalar)
    }
}
