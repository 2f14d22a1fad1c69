import Domain

/// Who holds which platform id, by the evidence that an id is.
struct IdentityIndex: Sendable {
    /// One party's hold on an id.
    struct Holder: Sendable {
        /// The party's place in `Roster.parties`.
        let party: Int
        private let platform: String
        private let span: DaySpan

        init(party: Int, identity: Identity) {
            self.party = party
            platform = identity.platform
            span = identity.span
        }

        /// Whether the id on that platform is meant.
        func covers(platform other: String) -> Bool {
            platform.isEmpty || platform == other
        }

        /// Whether the id belonged to the party on that day.
        func covers(_ day: BusinessDay) -> Bool {
            span.contains(day)
        }
    }

    private var hosts: [ExactText: [Holder]] = [:]
    private var shops: [ExactText: [Holder]] = [:]
    private var purchasers: [ExactText: [Holder]] = [:]
    private var purchaserNames: [ExactText: [Holder]] = [:]

    /// Rooms and promo codes are evidence of no rule, identities of unknown parties nobody's; both are left out.
    init(_ identities: [Identity], places: [ExactText: Int]) {
        for identity in identities {
            guard let party = places[ExactText(identity.partyID)] else { continue }
            let holder = Holder(party: party, identity: identity)
            let key = ExactText(identity.value)
            switch identity.kind {
            case .host: hosts[key, default: []].append(holder)
            case .shop: shops[key, default: []].append(holder)
            case .purchaser: purchasers[key, default: []].append(holder)
            case .purchaserName:
                let name = ExactText(PurchaserName.comparable(identity.value))
                purchaserNames[name, default: []].append(holder)
            case .room, .promo: continue
            }
        }
    }

    /// All holders of the id on any platform and day, in the order of the roster.
    func holders(of value: String, as evidence: Evidence) -> [Holder] {
        let found: [Holder]? =
            switch evidence {
            case .none: nil
            case .hostID: hosts[ExactText(value)]
            case .shopID: shops[ExactText(value)]
            case .purchaserID: purchasers[ExactText(value)]
            case .purchaserName: purchaserNames[ExactText(PurchaserName.comparable(value))]
            }
        return found ?? []
    }
}
