import Domain

/// Who holds which platform id, by the evidence that an id is.
struct IdentityIndex: Sendable {
    private let hosts, shops, purchasers, purchaserNames: HolderTable

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
        self.hosts = HolderTable(hosts)
        self.shops = HolderTable(shops)
        self.purchasers = HolderTable(purchasers)
        self.purchaserNames = HolderTable(purchaserNames)
    }

    /// All holders of the id on any platform and day, in the order of the roster; nil for evidence of no rule.
    func holders(of value: String, as evidence: Evidence) -> HolderTable.Holders? {
        switch evidence {
        case .none: nil
        case .hostID: hosts.holders(of: ExactText(value))
        case .shopID: shops.holders(of: ExactText(value))
        case .purchaserID: purchasers.holders(of: ExactText(value))
        case .purchaserName: purchaserNames.holders(of: ExactText(PurchaserName.comparable(value)))
        }
    }
}
