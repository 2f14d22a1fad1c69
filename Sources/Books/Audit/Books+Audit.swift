package import Domain

extension Books {
    /// What does not fit of a stored order: everything that is worked out of it is worked out again.
    ///
    /// What counts is put together from the statements anew, the version of the roster that decided decides anew, refunds
    /// are derived anew, and all of it is held against the rows; each statement is held against its own hash. Empty for
    /// what `Books` made. Pure.
    package static func audit(_ audited: AuditedOrder, by roster: RosterInForce) -> [Misfit] {
        let stored = audited.stored
        var misfits = stored.statements.misfits(audited.key, areRows: audited.isOneStatement)
        guard let order = stored.statements.counted, let top = stored.statements.top,
            let standing = stored.state.standing
        else {
            // It says that its statements stand apart, and there are none.
            return misfits + [Misfit("orders", "has_statements", .init(audited.key), stored: 1, expected: 0)]
        }
        var state = OrderState(
            standing: Standing(order, by: top, roster),
            refunds: stored.state.refunds.filter { !$0.evidence.isDerived })
        state.takeStated(by: [], in: order, top)
        state.figure()
        guard let expected = state.standing else { return misfits }
        misfits += order.misfits(beside: state.refunds)
        if order != audited.rows || expected != standing {
            let comparison = RowComparison(key: audited.key)
            misfits += comparison.misfits(of: (audited.rows, standing), from: (order, expected))
        }
        return misfits
            + RowComparison(key: audited.key).misfits(of: stored.state.refunds, from: state.refunds)
    }
}

extension Statements {
    /// Statements that do not say what their hash was made over, or what no version can have said.
    fileprivate func misfits(_ key: OrderKey, areRows: Bool) -> [Misfit] {
        let (table, lineTable) = areRows ? ("orders", "order_line") : ("statement", "statement")
        var misfits: [Misfit] = []
        for statement in all {
            let row = Misfit.Row(key, lineID: statement.lineID)
            if statement.order.content != statement.version.content {
                misfits.append(Misfit(table, "content", row, stored: statement.version.content))
            }
            // A row of a file states its one line; all else states the whole order.
            if !statement.lineID.isEmpty,
                statement.kind == .api || statement.lineID != statement.order.lines.first?.lineID
            {
                misfits.append(Misfit(table, "line_id", row))
            }
            for line in statement.order.lines {
                let row = Misfit.Row(key, lineID: line.lineID)
                if let closedAt = line.closedAt, line.firstClosedAt.map({ $0 > closedAt }) ?? true {
                    misfits.append(
                        Misfit(lineTable, "first_closed_at_ms", row, stored: line.firstClosedAt?.milliseconds)
                    )
                }
                let updatedAt = statement.version.updatedAt
                // What a version says itself is of its time; what is kept of another mapping has none.
                if let stated = line.statedRefund,
                    stated.statedAt.map({ $0 > updatedAt || !stated.isKept && $0 < updatedAt })
                        ?? !stated.isKept
                {
                    misfits.append(
                        Misfit(lineTable, "stated_at_ms", row, stored: stated.statedAt?.milliseconds))
                }
            }
        }
        return misfits
    }
}

extension Order {
    /// Lines whose newest growth was stated at another instant than they say.
    fileprivate func misfits(beside refunds: [RefundRow]) -> [Misfit] {
        lines.compactMap { line in
            guard let stated = line.statedRefund, let statedAt = stated.statedAt else { return nil }
            let growth = refunds.first {
                $0.evidence == .stated && $0.lineID == line.lineID && $0.updatedAt == statedAt
            }
            guard let growth, growth.refundedAt != stated.refundedAt else { return nil }
            return Misfit(
                "order_line", "stated_refunded_at_ms", .init(key, lineID: line.lineID),
                stored: stated.refundedAt.milliseconds, expected: growth.refundedAt.milliseconds)
        }
    }
}
