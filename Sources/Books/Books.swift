package import Domain

/// What a record, an after-sale or a roster changes in what is stored of an order: the whole middle on one screen.
///
/// Pure. Landing, crediting anew and everything else that changes an order goes through here, and comes out as a
/// `Change`: the store loads what it has of the order, applies the change in one transaction, and knows no rule of money.
///
/// ```
/// statements of the sources ─▶ what counts ─▶ decisions of the roster ─▶ refunds off, shared ─▶ differences, sums
/// ```
package enum Books {
    /// What became of what arrived.
    package struct Verdict: Sendable {
        package var outcome: Outcome
        /// The lines of a file's rows that are not overtaken; an empty text for a whole order that is not.
        package var soundLineIDs: [String]
        /// Where the source contradicts itself.
        package var conflicts: [Conflict] = []
        package var counts = DecisionCounts()
    }

    /// How what arrives is counted.
    package enum Outcome: Sendable {
        case inserted, changed, unchanged, older
    }

    /// A source says something of an order.
    ///
    /// An older statement changes nothing, in whatever order statements come, but for the day on which a line was closed
    /// first. A statement may also add nothing to what counts: a file beside the API. Then only the statement is kept.
    package static func land(
        _ arrival: Arrival, at origin: Origin, on stored: StoredOrder?, by roster: RosterInForce
    ) -> (verdict: Verdict, change: Change?) {
        guard let stored else {
            let verdict = Verdict(
                outcome: .inserted, soundLineIDs: arrival.statements.map(\.lineID), counts: arrival.counts)
            return (verdict, arrival.fresh.placed(at: origin))
        }
        var statements = stored.statements
        var verdict = Verdict(outcome: .unchanged, soundLineIDs: [])
        var hasChanged = false
        for var statement in arrival.statements {
            statement.origin = origin
            let taken = statements.take(statement)
            hasChanged = hasChanged || taken.hasChanged
            if taken.rank == .older {
                verdict.outcome = .older
            } else {
                verdict.soundLineIDs.append(statement.lineID)
            }
            if let conflict = taken.conflict { verdict.conflicts.append(conflict) }
        }
        guard hasChanged else { return (verdict, nil) }
        if let change = unmovedChange(to: statements, of: arrival.key, from: stored) {
            return (verdict, change)
        }
        verdict.outcome = stored.state.standing == nil ? .inserted : .changed
        let (change, counts) = change(to: statements, key: arrival.key, from: stored, roster: roster)
        verdict.counts = counts
        return (verdict, change)
    }

    /// Whether an arrival says what an order that has only one statement says already: nothing need be loaded to know.
    package static func isKnown(_ arrival: Arrival, _ version: Version) -> Bool {
        arrival.statements.count == 1 && arrival.statements[0].kind == .api
            && arrival.statements[0].version.rank(against: version) == .same
    }

    /// An after-sale arrives; its order may be missing, then it is an orphan.
    ///
    /// The refund is sound (`Refund.flaw`). Throws where what is refunded of the line adds up to no amount of money.
    package static func land(
        _ refund: Refund, fetchedAt: Instant, at origin: Origin, on stored: StoredOrder
    ) throws(RecordFlaw) -> Change? {
        var state = stored.state
        let taken = state.refunds.take(RefundRow(refund, fetchedAt: fetchedAt, origin: origin))
        guard taken.hasChanged else { return nil }
        let refundedFen = state.refunds.reduce(0) { sum, row in
            row.lineID == refund.lineID && !row.evidence.isDerived ? sum + row.refundedFen : sum
        }
        try RecordFlaw.expectAmount(refundedFen, "refunded_fen")
        state.figure()
        return Change(key: refund.orderKey, from: stored, to: state, order: nil, statements: nil)
    }

    /// A roster decides about an order anew; `nil` where it decides the same.
    package static func credit(
        _ stored: StoredOrder, by roster: RosterInForce
    ) -> (change: Change?, counts: DecisionCounts) {
        guard let order = stored.statements.counted, let top = stored.statements.top else {
            return (nil, DecisionCounts())
        }
        var state = stored.state
        state.standing = Standing(order, by: top, roster)
        state.figure()
        let counts = DecisionCounts(state.standing?.credits ?? [])
        let change = Change(key: order.key, from: stored, to: state, order: nil, statements: nil)
        return (change.changesStanding ? change : nil, counts)
    }

    /// The change by statements that leave what counts as it is, so that nothing is decided anew; `nil` where they do not.
    ///
    /// A file beside the API may add nothing: what it said is kept all the same. What was overtaken still tells since when
    /// a line is closed. A newer row may add nothing, and the order goes by it from now on.
    private static func unmovedChange(
        to statements: Statements, of key: OrderKey, from stored: StoredOrder
    ) -> Change? {
        guard stored.state.standing != nil, let order = statements.counted,
            let known = stored.statements.counted,
            let top = statements.top, let topKnown = stored.statements.top,
            top.origin.source == topKnown.origin.source, top.kind == topKnown.kind
        else { return nil }
        if order == known, top.origin == topKnown.origin {
            return Change(key: key, from: stored, to: stored.state, order: nil, statements: statements)
        }
        guard order.withoutFirstClosings == known.withoutFirstClosings else { return nil }
        var state = stored.state
        state.standing?.origin = top.origin
        state.standing?.version = top.version
        state.noteClosed(order.lines)
        state.figure()
        return Change(key: key, from: stored, to: state, order: order, statements: statements)
    }

    /// The change to what the statements come to, with the refunds on record.
    static func change(
        to statements: Statements, key: OrderKey, from stored: StoredOrder?, roster: RosterInForce
    ) -> (Change, DecisionCounts) {
        var state = OrderState(refunds: stored?.state.refunds ?? [])
        let order = statements.counted
        if let order, let top = statements.top {
            let standing = Standing(order, by: top, roster)
            for line in order.lines where line.statedRefund != nil {
                state.refunds.takeStated(of: line, version: standing.version, origin: standing.origin)
            }
            state.standing = standing
            state.figure()
        }
        let counts = DecisionCounts(state.standing?.credits ?? [])
        return (Change(key: key, from: stored, to: state, order: order, statements: statements), counts)
    }
}

extension Order {
    /// What counts, whenever its lines were closed first.
    fileprivate var withoutFirstClosings: Order {
        var order = self
        for place in order.lines.indices { order.lines[place].firstClosedAt = nil }
        return order
    }
}
