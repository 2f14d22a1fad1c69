import Domain

/// One party's hold on an id.
struct Holder: Sendable {
    /// The party's place in `Roster.parties`.
    let party: Int
    let partyID: String
    private let days: DayRange
    /// Empty: any.
    private let platform: String
    /// Whether any platform is meant whose orders come as lists that staff keep, and no other.
    private let isOfLists: Bool

    init(party: Int, identity: Identity) {
        self.party = party
        partyID = identity.partyID
        days = DayRange(identity.span)
        platform = identity.platform
        isOfLists = false
    }

    /// A party by its own id or name, which staff write into lists; on a platform an id that looks like it is another's.
    init(party: Int, itself: Party) {
        self.party = party
        partyID = itself.id
        days = .always
        platform = ""
        isOfLists = true
    }

    /// What accounts call the places whose orders come as lists that staff keep.
    private static let lists = Set(
        [Channel.counter, .hall, .zone, .relay, .canteen, .union, .event, .media, .other].map(\.key))

    /// Whether the id on that platform is meant.
    func covers(platform other: String) -> Bool {
        isOfLists ? Self.lists.contains(other) : platform.isEmpty || platform == other
    }

    /// Whether the id belonged to the party on that day.
    func covers(_ day: BusinessDay) -> Bool {
        days.contains(day)
    }
}
