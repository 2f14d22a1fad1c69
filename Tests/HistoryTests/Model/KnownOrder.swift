import Domain

/// All that was ever said of one order.
struct KnownOrder {
    /// Those that counted for their subject when they were read.
    private(set) var statements: [Statement] = []
    /// What counts of them.
    private(set) var counted: CountedOrder?
    /// Changes of the amounts that the order itself states as refunded.
    private(set) var statedRefunds: [LineRefund] = []
    /// By which roster the lines were decided last.
    var decidedBy: RosterFacts
    private var closings: [Closing] = []
    private var statedSoFar: [String: StatedRefund] = [:]
    private let mistake: Mistake?

    /// A line was said to be closed.
    private struct Closing {
        let kind: SourceKind
        let lineID: String
        let at: Instant
    }

    init(decidedBy roster: RosterFacts, mistake: Mistake?) {
        decidedBy = roster
        self.mistake = mistake
    }

    /// Takes in what a source says now; what it changes is decided by the roster.
    mutating func read(_ statement: Statement, decidingBy roster: RosterFacts) {
        // What leaves other fields unsaid says something else.
        let before = statements.last {
            $0.kind == statement.kind && $0.subject == statement.subject
                && $0.order.unstated == statement.order.unstated
        }
        let isNewest = before.map { replaces(statement, $0) } ?? true
        for line in statement.order.lines where isNewest || mistake != .ignoresOlderClosings {
            guard let at = line.closedAt else { continue }
            closings.append(Closing(kind: statement.kind, lineID: line.lineID, at: at))
        }
        guard isNewest else { return }
        statements.append(statement)
        let counted = CountedOrder(statements, mistake: mistake)
        if counted != self.counted { decidedBy = roster }
        self.counted = counted
        noteStatedRefunds()
    }

    /// Whether a source says something that was overtaken.
    func isOlder(_ order: Order, _ kind: SourceKind, _ fetchedAt: Instant) -> Bool {
        let known = statements.last {
            $0.kind == kind && $0.subject == (kind == .file ? order.lines[0].lineID : "")
                && $0.order.unstated == order.unstated
        }
        guard let known else { return false }
        if order.updatedAt != known.order.updatedAt { return order.updatedAt < known.order.updatedAt }
        return order != known.order && fetchedAt < known.fetchedAt
    }

    private func replaces(_ statement: Statement, _ before: Statement) -> Bool {
        switch mistake {
        case .readLastCounts: statement.order != before.order
        case .readFirstCounts: statement.order.updatedAt > before.order.updatedAt
        default: statement.replaces(before)
        }
    }

    /// When the kind that counts first said that the line is closed.
    func firstClosedAt(_ line: OrderLine) -> Instant? {
        guard let closedAt = line.closedAt else { return nil }
        if mistake == .datesClosingAnew { return closedAt }
        return closings.filter { $0.kind == counted?.kind && $0.lineID == line.lineID }.map(\.at).min()
    }

    /// Every growth of an amount stated in the order is a refund of its own, and so is every fall.
    private mutating func noteStatedRefunds() {
        for line in counted?.order.lines ?? [] {
            guard let stated = line.statedRefund else { continue }
            let before = statedSoFar[line.lineID]
            let fen = stated.refundedFen.amount - (before?.refundedFen.amount ?? 0)
            let milli = stated.returnedMilli - (before?.returnedMilli ?? 0)
            if mistake == .neverTakesBack, fen < 0 { continue }
            statedSoFar[line.lineID] = stated
            if fen == 0, milli == 0 { continue }
            statedRefunds.append(
                LineRefund(
                    lineID: line.lineID, refundID: "stated \(statedRefunds.count)", refundedFen: fen,
                    returnedMilli: milli, refundedAt: stated.refundedAt))
        }
    }
}
