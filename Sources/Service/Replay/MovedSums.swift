import Domain

/// What changes move between parties, leg by leg: the sum of what waits to be booked by them.
struct MovedSums: Sendable {
    /// A party on a leg; without a party: what nobody is credited with.
    struct Place: Hashable, Sendable {
        let leg: Leg
        let partyID: String?
    }

    private(set) var sums: [Place: CreditSums] = [:]

    mutating func add(_ change: Change) {
        for difference in change.differences {
            let place = Place(leg: difference.leg, partyID: difference.partyID)
            sums[place, default: CreditSums()].add(difference.sums)
        }
    }

    mutating func add(_ other: MovedSums) {
        for (place, moved) in other.sums { sums[place, default: CreditSums()].add(moved) }
    }
}
