import Domain

/// A stable hash over the rows that can change a credit, whatever their order: FNV-1a of each row, mixed and summed.
struct RosterFingerprint {
    /// Raise it with every change of the rules or of the reading of weights, so that stored credits are made anew.
    private static let rulesRevision: UInt64 = 1

    private var sum = rulesRevision &* 0x9E37_79B9_7F4A_7C15

    /// 16 hexadecimal digits.
    var text: String {
        let digits = String(sum, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    mutating func add(_ party: Party) {
        add("party", [party.id, party.kind.rawValue])
    }

    mutating func add(_ tenure: Tenure) {
        add("tenure", [tenure.partyID] + Self.days(tenure.span))
    }

    mutating func add(_ identity: Identity) {
        let fields = [identity.partyID, identity.platform, identity.kind.rawValue, identity.value]
        add("identity", fields + Self.days(identity.span))
    }

    mutating func add(_ slot: LiveSession) {
        let instants = [slot.start, slot.end].map { String($0.milliseconds) }
        let fields = [slot.id, slot.platform, slot.shopID, slot.roomID, slot.partyID]
        add("session", fields + instants + [slot.share.map { String($0.amount) } ?? ""])
    }

    mutating func add(_ item: CatalogueItem) {
        let grams = item.netGrams.map { String($0.amount) } ?? ""
        let region = item.region.map { String($0.code) } ?? ""
        add("item", [item.platform, item.productID, item.skuID, item.title, grams, item.category, region])
    }

    private static func days(_ span: DaySpan) -> [String] {
        [span.from, span.to].map { $0.map { String($0.stored) } ?? "" }
    }

    private mutating func add(_ table: String, _ fields: [String]) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for field in [table] + fields {
            for byte in field.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            // A byte that no text contains separates the fields.
            hash = (hash ^ 0xFF) &* 0x100_0000_01B3
        }
        // The finaliser of SplitMix64: sums of bare FNV hashes would keep their regularities.
        hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
        sum &+= hash ^ (hash >> 31)
    }
}
