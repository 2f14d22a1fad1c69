package import Domain

/// What a source says of one order, with all that can be worked out of it before anybody looks at what is stored.
///
/// A class, because it goes from hand to hand between threads: a copy would count a reference for each of its parts.
package final class Arrival: Sendable {
    package let key: OrderKey
    /// In the order in which they were read: one, or the rows that a file has of the order.
    let statements: [Statement]
    /// What becomes of it where nothing is known of the order yet.
    let fresh: Change
    /// Where rows of one file contradict each other.
    let conflicts: [Conflict]
    let counts: DecisionCounts

    /// The update time of its newest statement.
    package var updatedAt: Instant { statements.map(\.version.updatedAt).max() ?? Instant(milliseconds: 0) }

    /// Whether it says how much was refunded so far, of any line.
    package var statesRefunds: Bool { statements.contains(where: \.statesRefunds) }

    /// All that it says, for whatever is parked of the order.
    package var sound: [SoundRecord] { statements.map(\.sound) }

    /// What an API or ERP says of an order, or what rows of a file say of it.
    ///
    /// `orders` has one order at least, all of one key, each of them sound (`Order.flaw`). `areLines`: whether those of a
    /// file, be it an ERP's, are rows that state one line each, not the whole order; unless said they are where the kind is
    /// a file. Pure; runs beside the decoder.
    package init(
        _ orders: [Order], kind: SourceKind, platform: String, fetchedAt: Instant, areLines: Bool? = nil,
        roster: RosterInForce
    ) {
        var all = Statements()
        var statements: [Statement] = []
        var heard: [Statement] = []
        var conflicts: [Conflict] = []
        for order in orders {
            let statement = Statement(
                kind: kind, lineID: areLines ?? (kind == .file) ? order.lines.first?.lineID ?? "" : "",
                platform: platform,
                origin: .unknown,
                version: Version(updatedAt: order.updatedAt, fetchedAt: fetchedAt, content: order.content),
                order: order)
            let taken = all.take(statement)
            if taken.isHeard { heard.append(statement) }
            if let conflict = taken.conflict { conflicts.append(conflict) }
            statements.append(statement)
        }
        self.statements = statements
        self.conflicts = conflicts
        key = orders[0].key
        (fresh, counts) = Books.change(to: all, by: heard, key: key, from: nil, roster: roster)
    }
}

/// What was decided about lines.
package struct DecisionCounts: Hashable, Sendable {
    /// Lines that a party is credited with on any leg.
    package var creditedLines = 0
    /// Lines that nobody is credited with on a leg, by reason.
    package var unassignedLines: [UnassignedReason: Int] = [:]

    /// Zeros.
    package init() {}

    init(_ credits: [CreditRow]) {
        var lastLine = -1
        for row in credits {
            if row.partyID != nil, row.line != lastLine {
                creditedLines += 1
                lastLine = row.line
            }
            if let reason = row.reason { unassignedLines[reason, default: 0] += 1 }
        }
    }

    /// Adds the other counts.
    package mutating func add(_ other: DecisionCounts) {
        creditedLines += other.creditedLines
        unassignedLines.merge(other.unassignedLines, uniquingKeysWith: +)
    }
}
