/// What goes wrong on the way, from a seed or at an exact request.
///
/// A fault strikes a request once: asked again, it is answered rightly.
package struct FaultPlan: Sendable {
    /// What happens instead of an answer.
    package enum Kind: String, CaseIterable, Sendable {
        /// Code 60000; HTTP 429 elsewhere.
        case rateLimited
        /// Code 20000; HTTP 503 elsewhere.
        case busy
        /// HTTP 500 with a text.
        case serverError
        /// Half of the right body, as if it were whole.
        case truncatedBody
        /// A page for people with status 200.
        case htmlPage
        /// The connection ends amid the body.
        case droppedConnection
        /// The right answer, late.
        case slow
        /// `isv.access-token-expired`; HTTP 401 elsewhere.
        case expiredToken
    }

    /// A fault at one request of a path: the first is number 0.
    package struct Scripted: Hashable, Sendable {
        package let path: String
        package let ordinal: Int
        package let kind: Kind

        /// A fault at the `ordinal`-th request of a path, such as `/order/searchList`.
        package init(path: String, ordinal: Int, kind: Kind) {
            self.path = path
            self.ordinal = ordinal
            self.kind = kind
        }
    }

    let seed: UInt64
    let perMille: [(kind: Kind, rate: Int)]
    let scripted: [Scripted]
    let slowMilliseconds: Int

    /// A plan: rates in thousandths of requests, and scripted faults before those.
    package init(
        seed: UInt64, perMille: [Kind: Int], scripted: [Scripted] = [], slowMilliseconds: Int = 300
    ) {
        self.seed = seed
        self.perMille = Kind.allCases.compactMap { kind in perMille[kind].map { (kind, $0) } }
        self.scripted = scripted
        self.slowMilliseconds = slowMilliseconds
    }

    /// Everything goes well.
    package static let none = FaultPlan(seed: 0, perMille: [:])

    /// What a bad day looks like: every kind but the expired token, which only a person can mend.
    package static let demo = FaultPlan(
        seed: 2022,
        perMille: [
            .rateLimited: 6, .busy: 6, .serverError: 4, .truncatedBody: 3, .htmlPage: 3,
            .droppedConnection: 3, .slow: 5,
        ])

    /// A plan of scripted faults only.
    package static func script(_ scripted: [Scripted]) -> FaultPlan {
        FaultPlan(seed: 0, perMille: [:], scripted: scripted)
    }

    /// The fault that chance has for a request, by what it asks.
    func drawn(for identity: String) -> Kind? {
        guard !perMille.isEmpty else { return nil }
        var random = SeededRandom(seed: seed, stream: identity)
        var point = random.below(1000)
        for (kind, rate) in perMille {
            if point < rate { return kind }
            point -= rate
        }
        return nil
    }
}
