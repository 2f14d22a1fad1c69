/// Something that was read and does not count, or not for certain, until a record, a file or a person settles it.
///
/// Nothing of the kind is only counted: each is listed with its age and its way out (docs/flow.md).
package struct HeldRecord: Hashable, Sendable {
    package let kind: Kind
    /// Its number among those of its kind, where a person may dismiss it.
    package let number: Int64?
    /// The account's id; empty where several have a part in it.
    package let source: String
    package let feed: String
    /// The name of the file that it stands in; `nil` where it came by an API.
    package let file: String?
    /// Where in the file or page: `line 17`, or the path within a page; the key of the description, of a word.
    package let path: String
    /// What is wrong, for what was parked; the word that is not known; `nil` for other kinds.
    package let reason: Notice?
    /// `nil` where only the number of the order is known.
    package let shop: Shop?
    package let orderID: String
    package let lineID: String
    package let refundID: String
    /// What is at stake, where it is known.
    package let amountFen: Int64?
    /// How many records it is about: one, but for a word that stands in many.
    package let records: Int64
    /// When it was first read.
    package let since: Instant
    /// `nil` while it is held.
    package let dismissal: Dismissal?

    /// File and path.
    package var place: String {
        [file, path].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// That a person has said that it will never be sound.
    package struct Dismissal: Hashable, Sendable {
        package let at: Instant
        package let why: String

        /// A dismissal, with its reason in that person's words.
        package init(at: Instant, why: String) {
            self.at = at
            self.why = why
        }
    }

    /// A shop, as orders name it.
    package struct Shop: Hashable, Sendable {
        package let channel: Channel
        package let shopID: String

        /// A shop of a channel.
        package init(channel: Channel, shopID: String) {
            self.channel = channel
            self.shopID = shopID
        }
    }

    /// Why it is held.
    package enum Kind: String, CaseIterable, Sendable {
        /// It could not be read.
        case parked
        /// An after-sale whose line has not come.
        case orphan
        /// The source said two things at one time.
        case conflict
        /// A header says another sum than its lines.
        case headerGap = "header_gap"
        /// A description does not know a word; its default decides what the figures do with it.
        case unknownWord = "unknown_word"
    }

    /// Something that is held; ids are empty where they are not known.
    package init(
        _ kind: Kind, number: Int64? = nil, source: String, feed: String = "", file: String? = nil,
        path: String = "", reason: Notice? = nil, shop: Shop? = nil, orderID: String, lineID: String = "",
        refundID: String = "",
        amountFen: Int64? = nil, records: Int64 = 1, since: Instant, dismissal: Dismissal? = nil
    ) {
        self.kind = kind
        self.number = number
        self.source = source
        self.feed = feed
        self.file = file
        self.path = path
        self.reason = reason
        self.shop = shop
        self.orderID = orderID
        self.lineID = lineID
        self.refundID = refundID
        self.amountFen = amountFen
        self.records = records
        self.since = since
        self.dismissal = dismissal
    }
}
