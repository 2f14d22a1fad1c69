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
        /// What was said of an order and is not overtaken; none of an after-sale.
        package var sound: [SoundRecord]
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
                outcome: .inserted, sound: arrival.sound,
                conflicts: arrival.conflicts, counts: arrival.counts)
            return (verdict, arrival.fresh.placed(at: origin))
        }
        var statements = stored.statements
        var verdict = Verdict(outcome: .unchanged, sound: [])
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
                verdict.sound.append(statement.sound)
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
    /// Throws where it is not sound (`AfterSale.flaw`), or what is refunded of a line adds up to no amount of money.
    package static func land(
        _ afterSale: AfterSale, fetchedAt: Instant, at origin: Origin, outdated: OutdatedPages = .none,
        on stored: StoredOrder?
    ) throws(RecordFlaw) -> (verdict: Verdict, change: Change?) {
        if let flaw = afterSale.flaw { throw flaw }
        var state = stored?.state ?? OrderState()
        let taken = state.refunds.take(
            afterSale, fetchedAt: fetchedAt, at: origin, outdated: outdated)
        var verdict = Verdict(outcome: taken.rank == .older ? .older : .unchanged, sound: [])
        guard taken.hasChanged else { return (verdict, nil) }
        for line in afterSale.lines {
            let refundedFen = state.refunds.reduce(0) { sum, row in
                row.lineID == line.lineID && !row.evidence.isDerived ? sum + row.refundedFen : sum
            }
            try RecordFlaw.expectAmount(refundedFen, "refunded_fen")
        }
        state.figure()
        if taken.rank != .older { verdict.outcome = .changed }
        verdict.conflicts = [taken.conflict].compactMap(\.self)
        return (
            verdict, Change(key: afterSale.orderKey, from: stored, to: state, order: nil, statements: nil)
        )
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
}
