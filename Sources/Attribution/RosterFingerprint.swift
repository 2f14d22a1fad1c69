import Domain

/// A stable hash over the rows that can change a credit, whatever their order: the sum of their hashes.
struct RosterFingerprint {
    /// Raise it with every change of the rules or of the reading of weights, so that stored credits are made anew.
    private static let rulesRevision: UInt64 = 1

    private var sum = rulesRevision &* 0x9E37_79B9_7F4A_7C15

    /// 16 hexadecimal digits.
    var text: String { MixingHash.digits(sum) }

    /// The fingerprint of these facts.
    init(_ facts: RosterFacts) {
        facts.parties.forEach { add($0) }
        facts.tenures.forEach { add($0) }
        facts.identities.forEach { add($0) }
        facts.sessions.forEach { add($0) }
        facts.catalogue.forEach { add($0) }
    }

    private mutating func add(_ party: Party) {
        add("party", [party.id, party.kind.rawValue])
    }

    private mutating func add(_ tenure: Tenure) {
        add("tenure", [tenure.partyID] + Self.days(tenure.span))
    }

    private mutating func add(_ identity: Identity) {
        let fields = [identity.partyID, identity.platform, identity.kind.rawValue, identity.value]
        add("identity", fields + Self.days(identity.span))
    }

    private mutating func add(_ slot: LiveSession) {
        let instants = [slot.start, slot.end].map { String($0.milliseconds) }
        let fields = [slot.id, slot.platform, slot.shopID, slot.roomID, slot.partyID]
        add("session", fields + instants + [slot.share.map { String($0.amount) } ?? ""])
    }

    private mutating func add(_ item: CatalogueItem) {
        let grams = item.netGrams.map { String($0.amount) } ?? ""
        let region = item.region.map { String($0.code) } ?? ""
        add("item", [item.platform, item.productID, item.skuID, item.title, grams, item.category, region])
    }

    private static func days(_ span: DaySpan) -> [String] {
        [span.from, span.to].map { $0.map { String($0.stored) } ?? "" }
    }

    private mutating func add(_ table: String, _ fields: [String]) {
        var hash = MixingHash()
        hash.add(table)
        fields.forEach { hash.add($0) }
        sum &+= hash.word
    }
}
