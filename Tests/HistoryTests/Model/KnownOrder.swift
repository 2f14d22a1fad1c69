import Domain

/// All that was ever said of one order.
struct KnownOrder {
    /// Those that counted for their subject when they were read.
    private(set) var statements: [Statement] = []
    /// What counts of them.
    private(set) var counted: CountedOrder?
    /// All that states something of refunds, however old it was when it was read.
    private var stating: [Statement] = []
    /// By which roster the lines were decided last.
    var decidedBy: RosterFacts
    private var closings: [Closing] = []
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
        if isNewest || mistake != .forgetsStatedBeforeSilence { stating.append(statement) }
        if isNewest { statements.append(statement) }
        let counted = CountedOrder(statements, stating: stating, mistake: mistake)
        if isNewest, counted != self.counted { decidedBy = roster }
        self.counted = counted
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
    var statedRefunds: [LineRefund] {
        (counted?.order.lines ?? []).flatMap(statedRefunds)
    }

    private func statedRefunds(of line: OrderLine) -> [LineRefund] {
        var refunds: [LineRefund] = []
        var (fen, milli): (Int64, Int64) = (0, 0)
        let own = stating.filter { $0.kind == counted?.kind || mistake == .addsStatedOfOtherKind }
        for (place, stated) in own.stated(of: line.lineID).enumerated() {
            let grownFen = stated.refundedFen.amount - fen
            let grownMilli = stated.returnedMilli - milli
            if mistake == .neverTakesBack, grownFen < 0 { continue }
            (fen, milli) = (stated.refundedFen.amount, stated.returnedMilli)
            if grownFen == 0, grownMilli == 0 { continue }
            refunds.append(
                LineRefund(
                    lineID: line.lineID, refundID: "stated \(place)", refundedFen: grownFen,
                    returnedMilli: grownMilli, refundedAt: stated.refundedAt))
        }
        return refunds
    }
}

extension [Statement] {
    /// What was stated of a line's refunds, from the oldest version to the newest; of one update time the later fetch.
    func stated(of lineID: String) -> [StatedRefund] {
        var all: [(at: Instant, stated: StatedRefund)] = []
        for statement in reversed().sorted(by: { $1.isNewer(than: $0) }) {
            guard let stated = statement.line(lineID)?.statedRefund else { continue }
            if all.last?.at == statement.order.updatedAt { all.removeLast() }
            all.append((statement.order.updatedAt, stated))
        }
        return all.map(\.stated)
    }
}
