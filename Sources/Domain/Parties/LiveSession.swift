/// A host's slot in a live session (直播场次) as sessions.csv states it.
package struct LiveSession: Hashable, Sendable {
    package let id: String
    /// The platform's name; empty = any.
    package let platform: String
    package let shopID: String
    /// Empty = any room of the shop.
    package let roomID: String
    package let partyID: String
    package let start: Instant
    package let end: Instant
    /// `nil` = equal shares.
    package let share: BasisPoints?

    /// A slot.
    package init(
        id: String, platform: String, shopID: String, roomID: String, partyID: String, start: Instant,
        end: Instant,
        share: BasisPoints?
    ) {
        self.id = id
        self.platform = platform
        self.shopID = shopID
        self.roomID = roomID
        self.partyID = partyID
        self.start = start
        self.end = end
        self.share = share
    }
}

extension LiveSession: Codable {
    /// The columns of sessions.csv.
    private enum CodingKeys: String, CodingKey {
        case id = "session"
        case platform
        case shopID = "shop"
        case roomID = "room"
        case partyID = "party"
        case start, end, share
    }
}
