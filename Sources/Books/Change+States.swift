import Domain

extension Change {
    /// The change from one state of an order to another.
    init(
        key: OrderKey, from stored: StoredOrder?, to state: OrderState, order: Order?, statements: Statements?
    ) {
        let before = stored?.state
        let known = before?.refunds ?? []
        var (removed, added) = (Part(before), Part(state))
        removed.cancel(&added)
        let credits = (old: before?.standing?.credits ?? [], new: state.standing?.credits ?? [])
        self.init(
            key: key, number: stored?.number, order: order, statements: statements, standing: state.standing,
            linesWritten: order == nil ? Self.lines(of: state.standing, otherThan: before?.standing) : [],
            creditsWritten: credits.old.isEmpty
                ? credits.new : credits.new.filter { !credits.old.contains($0) },
            creditsDropped: credits.old.filter { row in !credits.new.contains { $0.hasSamePlace(as: row) } },
            refundsWritten: state.refunds.filter { !known.contains($0) },
            refundsDropped: known.filter { row in !state.refunds.contains { $0.hasSameKey(as: row) } },
            differences: [Difference](from: before?.standing, to: state.standing), removed: removed,
            added: added)
    }

    /// Whether the order's credits or lines stand otherwise than before.
    var changesStanding: Bool { !linesWritten.isEmpty || !creditsWritten.isEmpty || !creditsDropped.isEmpty }

    /// Whether refunds stand otherwise than before.
    var changesRefunds: Bool { !refundsWritten.isEmpty || !refundsDropped.isEmpty }

    private static func lines(of after: Standing?, otherThan before: Standing?) -> [Int] {
        guard let after, let before else { return [] }
        return after.lines.indices.filter { place in
            !before.lines.indices.contains(place) || before.lines[place] != after.lines[place]
        }
    }

    /// The change of an order that was worked out before anybody knew where it would be stored.
    func placed(at origin: Origin) -> Change {
        var change = self
        change.standing?.origin = origin
        change.added.source = origin.source
        for place in change.added.reads.indices { change.added.reads[place].source = origin.source }
        for place in change.refundsWritten.indices { change.refundsWritten[place].origin = origin }
        change.statements = statements.map { $0.placed(at: origin) }
        return change
    }
}

extension Change.Part {
    fileprivate init(_ state: OrderState?) {
        self.init(
            source: state?.standing?.origin.source ?? 0, cells: state?.standing?.cells ?? [],
            reads: state?.reads ?? [])
    }

    /// Leaves out of both what they have in common.
    fileprivate mutating func cancel(_ other: inout Change.Part) {
        if cells.isEmpty && reads.isEmpty { return }
        if source == other.source {
            let common = cells.filter(other.cells.contains)
            cells.removeAll(where: common.contains)
            other.cells.removeAll(where: common.contains)
        }
        let common = reads.filter(other.reads.contains)
        reads.removeAll(where: common.contains)
        other.reads.removeAll(where: common.contains)
    }
}
