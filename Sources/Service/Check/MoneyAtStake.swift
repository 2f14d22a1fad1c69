import Attribution
import Domain
import Store

/// What was paid for the lines that doubts about the roster are about, each line once a doubt.
struct MoneyAtStake: Sendable {
    /// By the doubts' places.
    private(set) var paidFen: [Fen]
    private let claims: [Key: [Claim]]

    private struct Key: Hashable {
        let kind: Identity.Kind
        let value: ByteKey
    }

    private struct Claim {
        let doubt: Int
        let platform: String
        let span: DaySpan
    }

    init(of doubts: [RosterDoubt]) {
        paidFen = doubts.map { _ in .zero }
        var claims: [Key: [Claim]] = [:]
        for (place, doubt) in doubts.enumerated() {
            for identity in doubt.identities {
                claims[Self.key(identity.kind, identity.value), default: []].append(
                    Claim(doubt: place, platform: identity.platform, span: identity.span))
            }
        }
        self.claims = claims
    }

    /// Adds a line to each doubt that is about it.
    mutating func add(_ line: IdentifiedLine) {
        var concerned: Set<Int> = []
        for kind in Identity.Kind.allCases {
            guard let value = kind.value(of: line), !value.isEmpty else { continue }
            for claim in claims[Self.key(kind, value)] ?? []
            where (claim.platform.isEmpty || claim.platform == line.platform) && claim.span.contains(line.day)
            {
                concerned.insert(claim.doubt)
            }
        }
        for place in concerned {
            paidFen[place] = (try? paidFen[place] + line.paidFen) ?? paidFen[place]
        }
    }

    private static func key(_ kind: Identity.Kind, _ value: String) -> Key {
        Key(kind: kind, value: ByteKey(kind == .purchaserName ? PurchaserName.comparable(value) : value))
    }
}

extension Identity.Kind {
    /// The line's id of this kind; `nil` of promo codes, which are not stored.
    fileprivate func value(of line: IdentifiedLine) -> String? {
        switch self {
        case .host: line.hostID
        case .room: line.roomID
        case .shop: line.shopID
        case .purchaser: line.purchaserID
        case .purchaserName: line.purchaserName
        case .promo: nil
        }
    }
}
