import Domain

/// Who holds which platform id, by the evidence that an id is.
struct IdentityIndex: Sendable {
    /// One party's hold on an id.
    struct Holder: Sendable {
        /// The party's place in `Roster.parties`.
        var party: Int { Int(place) }
        private let place: Int32
        private let days: DayRange
        private let platform: String

        init(party: Int, identity: Identity) {
            place = Int32(party)
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

    /// The holders of all ids of one kind, side by side: an array for each id would be a miss of the cache each.
    private struct Holders: Sendable {
        private var ranges: [ExactText: Range<Int>] = [:]
        private var holders: [Holder] = []

        init(_ holdersByID: [ExactText: [Holder]]) {
            for (id, own) in holdersByID {
                ranges[id] = holders.count..<holders.count + own.count
                holders += own
            }
        }

        subscript(id: ExactText) -> ArraySlice<Holder> {
            guard let range = ranges[id] else { return [] }
            return holders[range]
        }
    }

    private let hosts, shops, purchasers, purchaserNames: Holders

    /// Rooms and promo codes are evidence of no rule, identities of unknown parties nobody's; both are left out.
    init(_ identities: [Identity], places: [ExactText: Int]) {
        var hosts: [ExactText: [Holder]] = [:]
        var shops: [ExactText: [Holder]] = [:]
        var purchasers: [ExactText: [Holder]] = [:]
        var purchaserNames: [ExactText: [Holder]] = [:]
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
        self.hosts = Holders(hosts)
        self.shops = Holders(shops)
        self.purchasers = Holders(purchasers)
        self.purchaserNames = Holders(purchaserNames)
    }

    /// All holders of the id on any platform and day, in the order of the roster.
    func holders(of value: String, as evidence: Evidence) -> ArraySlice<Holder> {
        switch evidence {
        case .none: []
        case .hostID: hosts[ExactText(value)]
        case .shopID: shops[ExactText(value)]
        case .purchaserID: purchasers[ExactText(value)]
        case .purchaserName: purchaserNames[ExactText(PurchaserName.comparable(value))]
        }
    }
}
