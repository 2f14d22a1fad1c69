import Domain

/// One party's hold on an id.
struct Holder: Sendable {
    /// The party's place in `Roster.parties`.
    let party: Int
    let partyID: String
    private let days: DayRange
    private let platform: String

    init(party: Int, identity: Identity) {
        self.party = party
        partyID = identity.partyID
        days = DayRange(identity.span)
        platform = identity.platform
    }

    /// Whether the id on that platform is meant.
    func covers(platform other: String) -> Bool {
        platform.isEmpty || platform == other
    }

    /// Whether the id belonged to the party on that day.
    func covers(_ day: BusinessDay) -> Bool {
        days.contains(day)
    }
}
