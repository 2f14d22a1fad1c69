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
    /// first, and what was refunded by then where it says so. A statement may also add nothing to what counts: a file beside the API. Then only the statement is kept.
    ///
    /// What was read from `outdated` pages gives way unless it is known to be newer.
    package static func land(
        _ arrival: Arrival, at origin: Origin, outdated: OutdatedPages = .none, on stored: StoredOrder?,
        by roster: RosterInForce
    ) -> (verdict: Verdict, change: Change?) {
        guard let stored else {
            let verdict = Verdict(
                outcome: .inserted, soundLineIDs: arrival.statements.map(\.lineID),
                conflicts: arrival.conflicts, counts: arrival.counts)
            return (verdict, arrival.fresh.placed(at: origin))
        }
        var statements = stored.statements
        var verdict = Verdict(outcome: .unchanged, soundLineIDs: [])
        var (hasChanged, isNewer, replacesOutdated) = (false, false, false)
        var heard: [Statement] = []
        for var statement in arrival.statements {
            statement.origin = origin
            let taken = statements.take(statement, outdated: outdated)
            hasChanged = hasChanged || taken.hasChanged
            isNewer = isNewer || taken.rank == .newer || taken.rank == .conflict
            replacesOutdated = replacesOutdated || taken.replacesOutdated
            if taken.rank == .older {
                verdict.outcome = .older
            } else {
                verdict.soundLineIDs.append(statement.lineID)
            }
            if taken.isHeard { heard.append(statement) }
            if let conflict = taken.conflict { verdict.conflicts.append(conflict) }
        }
        guard hasChanged || heard.contains(where: \.statesRefunds) else { return (verdict, nil) }
        if !replacesOutdated,
            let unmoved = unmoved(by: heard, to: statements, from: stored, isNewer: isNewer)
        {
            return (verdict, hasChanged || unmoved.changesRefunds ? unmoved : nil)
        }
        verdict.outcome = stored.state.standing == nil ? .inserted : .changed
        let (change, counts) = change(
            to: statements, by: heard, key: arrival.key, from: stored, replacesOutdated: replacesOutdated,
            roster: roster)
        verdict.counts = counts
        return (verdict, change)
    }

    /// Whether an arrival says what an order that has only one statement says already: nothing need be loaded to know.
    package static func isKnown(
        _ arrival: Arrival, _ version: Version, readAt origin: Origin, outdated: OutdatedPages = .none
    ) -> Bool {
        arrival.statements.count == 1 && arrival.statements[0].kind == .api
            && arrival.statements[0].version.rank(against: version) == .same
            && !outdated.contains(origin)
    }

    /// A version of an after-sale arrives; its order may be missing, then it is an orphan.
    ///
    /// All its lines are sound (`Refund.flaw`). Throws where what is refunded of a line adds up to no amount of money.
    package static func land(
        _ afterSale: AfterSale, fetchedAt: Instant, at origin: Origin, outdated: OutdatedPages = .none,
        on stored: StoredOrder
    ) throws(RecordFlaw) -> (rank: Rank, change: Change?, conflict: Conflict?) {
        var state = stored.state
        let taken = state.refunds.take(
            afterSale, fetchedAt: fetchedAt, at: origin, outdated: outdated)
        guard taken.hasChanged else { return (taken.rank, nil, nil) }
        for line in afterSale.lines {
            let refundedFen = state.refunds.reduce(0) { sum, row in
                row.lineID == line.lineID && !row.evidence.isDerived ? sum + row.refundedFen : sum
            }
            try RecordFlaw.expectAmount(refundedFen, "refunded_fen")
        }
        state.figure()
        let change = Change(key: afterSale.orderKey, from: stored, to: state, order: nil, statements: nil)
        return (taken.rank, change, taken.conflict)
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
    /// a line is closed, and what was refunded by then. A newer row may add nothing, and the order goes by it from now on.
    private static func unmoved(
        by heard: [Statement], to statements: Statements, from stored: StoredOrder, isNewer: Bool
    ) -> Change? {
        guard stored.state.standing != nil, let order = statements.counted,
            let known = stored.statements.counted,
            let top = statements.top, let topKnown = stored.statements.top,
            top.origin.source == topKnown.origin.source, top.kind == topKnown.kind,
            order == known || !isNewer || order.withoutFirstClosings == known.withoutFirstClosings
        else { return nil }
        var state = stored.state
        let isSame = order == known && top.origin == topKnown.origin
        if !isSame {
            state.standing?.origin = top.origin
            state.standing?.version = top.version
            state.noteClosed(order.lines)
        }
        state.takeStated(by: heard.filter { $0.kind == top.kind }, in: order, top)
        if state != stored.state { state.figure() }
        return Change(
            key: order.key, from: stored, to: state, order: isSame ? nil : order, statements: statements)
    }

    /// The change to what the statements come to, with the refunds on record.
    ///
    /// Where `replacesOutdated`, the growths that earlier versions stated of refunds give way to what the lines say now.
    static func change(
        to statements: Statements, by heard: [Statement], key: OrderKey, from stored: StoredOrder?,
        replacesOutdated: Bool = false,
        roster: RosterInForce
    ) -> (Change, DecisionCounts) {
        var state = OrderState(refunds: stored?.state.refunds ?? [])
        if replacesOutdated {
            // A line that the order has not now may come back, silent: what was stated of it counts again then.
            let lineIDs = Set(heard.flatMap(\.order.lines).map(\.lineID))
            state.refunds.removeAll { $0.evidence == .stated && lineIDs.contains($0.lineID) }
        }
        let order = statements.counted
        if let order, let top = statements.top {
            if let known = stored?.state.standing?.kind, known != top.kind {
                // Another kind of source says from now on what was refunded.
                state.refunds.removeAll { $0.evidence == .stated }
            }
            state.takeStated(by: heard.filter { $0.kind == top.kind }, in: order, top)
            state.standing = Standing(order, by: top, roster)
            state.figure()
        }
        let counts = DecisionCounts(state.standing?.credits ?? [])
        return (Change(key: key, from: stored, to: state, order: order, statements: statements), counts)
    }
}
