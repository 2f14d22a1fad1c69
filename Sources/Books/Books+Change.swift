import Domain

extension Books {
    /// The change by statements that leave what counts as it is, so that nothing is decided anew; `nil` where they do not.
    ///
    /// A file beside the API may add nothing: what it said is kept all the same. What was overtaken still tells since when
    /// a line is closed, and what was refunded by then. A newer row may add nothing, and the order goes by it from now on.
    static func unmoved(
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
        state.takeStated(by: heard.filter { $0.kind == top.kind }, in: order, top, known: known)
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
            state.takeStated(
                by: heard.filter { $0.kind == top.kind }, in: order, top, known: stored?.statements.counted)
            state.standing = Standing(order, by: top, roster)
            state.figure()
        }
        let counts = DecisionCounts(state.standing?.credits ?? [])
        return (Change(key: key, from: stored, to: state, order: order, statements: statements), counts)
    }
}
