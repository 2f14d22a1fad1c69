/// How an order stands: what counts of it, who is credited with its lines, and by which roster that was decided.
package struct Standing: Hashable, Sendable {
    /// Of the statement that the order goes by.
    package var origin: Origin
    package var kind: SourceKind
    package var version: Version
    package let isOrganisation: Bool
    /// The day that the header counts on: of its first sale line, else of creation.
    package let day: BusinessDay
    /// The header's own paid without freight, or its lines' where it has none.
    package let readFen: Int64
    /// What the header's payment is more than that of its lines.
    package let headerGapFen: Int64
    /// The number of the roster's version that decided.
    package var roster: Int64
    package var lines: [LineStanding]
    /// Line by line, leg by leg, by party; what nobody has last.
    package var credits: [CreditRow]

    /// A standing as it is stored.
    package init(
        origin: Origin, kind: SourceKind, version: Version, isOrganisation: Bool, day: BusinessDay,
        readFen: Int64, headerGapFen: Int64, roster: Int64, lines: [LineStanding], credits: [CreditRow]
    ) {
        self.origin = origin
        self.kind = kind
        self.version = version
        self.isOrganisation = isOrganisation
        self.day = day
        self.readFen = readFen
        self.headerGapFen = headerGapFen
        self.roster = roster
        self.lines = lines
        self.credits = credits
    }
}

/// What is made of an order and its after-sales.
package struct OrderState: Hashable, Sendable {
    /// `nil`: only after-sales are known so far.
    package var standing: Standing?
    /// Records, growths and derived ones; those on no line of the order are orphans.
    package var refunds: [RefundRow]

    /// A state.
    package init(standing: Standing? = nil, refunds: [RefundRow] = []) {
        self.standing = standing
        self.refunds = refunds
    }
}

/// An order as it is stored: what its sources said, what counts, and what is made of it.
package struct StoredOrder: Sendable {
    /// Its number in the store; `nil` while only after-sales are known.
    package var number: Int64?
    package var statements: Statements
    package var state: OrderState

    /// An order as it is stored.
    package init(number: Int64?, statements: Statements, state: OrderState) {
        self.number = number
        self.statements = statements
        self.state = state
    }
}
