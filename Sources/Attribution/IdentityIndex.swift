import Domain

/// Who holds which platform id, by the evidence that an id is.
struct IdentityIndex: Sendable {
    private var hosts: [ByteKey: [Holder]] = [:]
    private var shops: [ByteKey: [Holder]] = [:]
    private var purchasers: [ByteKey: [Holder]] = [:]
    private var purchaserNames: [ByteKey: [Holder]] = [:]
    /// Parties by what they are called themselves, id and name: whoever keeps a list writes one of them.
    private var selves: [ByteKey: [Holder]] = [:]

    /// Rooms and promo codes are evidence of no rule, identities of unknown parties nobody's; both are left out.
    init(_ identities: [Identity], of parties: [Party], places: [ByteKey: Int]) {
        for (place, party) in parties.enumerated() where places[ByteKey(party.id)] == place {
            for name in Set([party.id, party.name]) where !name.isEmpty {
                selves[ByteKey(name), default: []].append(Holder(party: place, itself: party))
            }
        }
        for identity in identities {
            guard let party = places[ByteKey(identity.partyID)] else { continue }
            let holder = Holder(party: party, identity: identity)
            let key = ByteKey(identity.value)
            switch identity.kind {
            case .host: hosts[key, default: []].append(holder)
            case .shop: shops[key, default: []].append(holder)
            case .purchaser: purchasers[key, default: []].append(holder)
            case .purchaserName:
                let name = ByteKey(PurchaserName.comparable(identity.value))
                purchaserNames[name, default: []].append(holder)
            case .room, .promo: continue
            }
        }
    }

    private func hosts(_ key: ByteKey) -> [Holder] {
        let holders = hosts[key, default: []]
        guard let selves = selves[key] else { return holders }
        return holders + selves
    }

    /// All holders of the id on any platform and day, in the order of the roster; nil for evidence of no rule.
    func holders(of value: String, as evidence: Evidence) -> [Holder]? {
        switch evidence {
        case .none: nil
        case .hostID: hosts(ByteKey(value))
        case .shopID: shops[ByteKey(value), default: []]
        case .purchaserID: purchasers[ByteKey(value), default: []]
        case .purchaserName: purchaserNames[ByteKey(PurchaserName.comparable(value)), default: []]
        }
    }
}
