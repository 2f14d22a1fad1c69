import Domain

/// Taking statements in, and putting together what counts of them.
extension Statements {
    /// Takes a statement in: it replaces an older one of its kind and place, and an older one changes nothing.
    ///
    /// Two things are kept whatever replaces them: since when a line is closed, and what a version stated of its refunds
    /// last. `hasChanged` is whether anything has.
    ///
    /// What was read from `outdated` pages was mapped otherwise: it gives way unless it is known to be newer. Of it is kept
    /// only what was refunded of lines about which the new one is silent, and all of its history where both come to the same.
    mutating func take(_ arriving: Statement, outdated: OutdatedPages = .none) -> Taken {
        var new = arriving
        new.order.lines.noteStated(at: new.version.updatedAt)
        guard let place = all.firstIndex(where: { $0.speaksInPlace(of: new) }) else {
            all.append(new)
            all[all.count - 1].order.lines.keep(from: [])
            return Taken(rank: .newer, hasChanged: true)
        }
        let before = all[place]
        if outdated.yields(
            .order, updatedAt: before.version.updatedAt, at: before.origin, to: new.version.updatedAt)
        {
            all[place] = new
            let isSame = all[place].order.takeOver(from: before.order)
            return Taken(rank: .newer, hasChanged: true, replacesOutdated: !isSame)
        }
        let rank = new.version.rank(against: before.version)
        switch rank {
        case .same: return Taken(rank: rank, hasChanged: false)
        case .older:
            all[place].order.lines.keep(
                from: new.order.lines, insteadOfEqual: outdated.contains(before.origin))
            return Taken(rank: rank, hasChanged: all[place].order.lines != before.order.lines)
        case .newer, .conflict:
            all[place] = new
            all[place].order.lines.keep(from: before.order.lines)
            guard rank == .conflict else { return Taken(rank: rank, hasChanged: true) }
            let conflict = Conflict(
                lineID: new.lineID, updatedAt: new.version.updatedAt, oldContent: before.version.content,
                newContent: new.version.content)
            return Taken(rank: rank, hasChanged: true, conflict: conflict)
        }
    }

    /// What became of a statement.
    struct Taken {
        let rank: Rank
        let hasChanged: Bool
        var conflict: Conflict?
        /// Whether it replaced what had been mapped otherwise, and comes to something else.
        var replacesOutdated = false

        /// Whether it tells anything at all: what is known already does not.
        var isHeard: Bool { rank != .same }
    }

    /// What counts: API, else file, else ERP, put together field by field.
    ///
    /// Lines, money and states are those of the first kind that has lines. What that kind leaves empty is filled from the
    /// next: host, room, goods, remark, place.
    var counted: Order? {
        guard let top else { return nil }
        if all.count == 1 { return all[0].order.withoutGaps }
        guard var order = order(of: top.kind) else { return nil }
        for kind in SourceKind.allCases where kind != top.kind {
            if let other = self.order(of: kind) { order.fillEmpty(from: other) }
        }
        return order
    }

    /// The same statements, all read at one place.
    func placed(at origin: Origin) -> Statements {
        var placed = self
        for place in placed.all.indices { placed.all[place].origin = origin }
        return placed
    }

    /// The statement whose version and source the order goes by.
    var top: Statement? {
        let kind = SourceKind.allCases.first { kind in
            all.contains { $0.kind == kind && !$0.order.lines.isEmpty }
        }
        let kindWithoutLines = SourceKind.allCases.first { kind in all.contains { $0.kind == kind } }
        return (kind ?? kindWithoutLines).flatMap { of($0).first }
    }

    /// The statements of a kind, the one that counts most first.
    private func of(_ kind: SourceKind) -> [Statement] {
        all.filter { $0.kind == kind }.sorted { $0.counts(before: $1) }
    }

    /// What the statements of one kind say together: each field by the newest that states it.
    private func order(of kind: SourceKind) -> Order? {
        let statements = of(kind)
        guard var order = statements.first?.order else { return nil }
        var lines = JoinedLines()
        for (place, statement) in statements.enumerated() {
            order.completeHeader(from: statement.order)
            // Rows of a file know of their own line only; an API, and an ERP's, states the whole order.
            lines.add(
                statement.order.lines, unstated: statement.order.unstated,
                areAll: place > 0 && kind != .file && statement.lineID.isEmpty)
        }
        order.lines = lines.joined
        // Rows come in any order, and lie in the store in another.
        if kind == .file || statements.contains(where: { !$0.lineID.isEmpty }) {
            order.lines.sort { $0.lineID < $1.lineID }
        }
        return order.withoutGaps
    }
}

extension Statement {
    /// Whether it says how much was refunded so far, of any line.
    var statesRefunds: Bool { order.lines.contains { $0.statedRefund != nil } }

    /// Whether it counts before another one of its kind where both say something: the newer one.
    ///
    /// Rows of one file may be of the same time; then it must not matter in which order they are looked at.
    fileprivate func counts(before other: Statement) -> Bool {
        let (own, others) = (version, other.version)
        if (own.updatedAt, own.fetchedAt) != (others.updatedAt, others.fetchedAt) {
            return (own.updatedAt, own.fetchedAt) > (others.updatedAt, others.fetchedAt)
        }
        return (lineID, order.unstated.rawValue) < (other.lineID, other.order.unstated.rawValue)
    }

    /// Whether both speak of the same thing, so that only the newer one is kept: one kind of source, one line or the whole
    /// order, and the same fields left unsaid.
    ///
    /// Exports with other columns are kept apart: the newest of those that have a column says what stands in it.
    func speaksInPlace(of other: Statement) -> Bool {
        kind == other.kind && lineID == other.lineID && order.unstated == other.order.unstated
    }
}

extension [OrderLine] {
    /// Notes by which version refunds are stated.
    fileprivate mutating func noteStated(at updatedAt: Instant) {
        for place in indices where self[place].statedRefund != nil {
            self[place].statedRefund?.statedAt = updatedAt
        }
    }

    /// Keeps since when each line is closed, the earliest of what it says itself and what the others know, and of its
    /// refunds what was stated last: silence is no statement.
    ///
    /// Of two of one update time the own one stays, unless it was mapped otherwise (`insteadOfEqual`).
    fileprivate mutating func keep(from others: [OrderLine], insteadOfEqual: Bool = false) {
        for place in indices {
            let other = others.first { $0.lineID == self[place].lineID }
            let first = self[place].firstClosedAt.earlier(self[place].closedAt)
                .earlier(other?.firstClosedAt).earlier(other?.closedAt)
            if self[place].firstClosedAt != first { self[place].firstClosedAt = first }
            if let stated = other?.statedRefund {
                self[place].keepStatedLast(stated, insteadOfEqual: insteadOfEqual)
            }
        }
    }
}

extension Order {
    /// Takes over what is kept of an order that was mapped otherwise; answers whether both come to the same.
    ///
    /// Then since when lines are closed and when their refunds were stated is taken over, too. Else the refunds of lines about
    /// which this one is silent stay without a time: whatever is stated of them from now on counts instead.
    fileprivate mutating func takeOver(from outdated: Order) -> Bool {
        lines.keep(from: [])
        let silent = lines.indices.filter { lines[$0].statedRefund == nil }
        for place in silent {
            let other = outdated.lines.first { $0.lineID == lines[place].lineID }
            lines[place].statedRefund = other?.statedRefund
        }
        let isSame = withoutHistory == outdated.withoutHistory
        if isSame { lines = outdated.lines }
        for place in silent {
            lines[place].statedRefund?.isKept = true
            if !isSame { lines[place].statedRefund?.statedAt = nil }
        }
        return isSame
    }

    /// What is said, whatever was noted of earlier versions beside it.
    fileprivate var withoutHistory: Order {
        var order = withoutFirstClosings
        for place in order.lines.indices { order.lines[place].statedRefund?.isKept = false }
        return order
    }
}

extension OrderLine {
    /// Takes over what another version stated of the line's refunds, if it did so later.
    mutating func keepStatedLast(_ other: StatedRefund, insteadOfEqual: Bool = false) {
        if let own = statedRefund?.statedAt {
            guard let others = other.statedAt, own < others || own == others && insteadOfEqual else { return }
        }
        statedRefund = other
        statedRefund?.isKept = true
    }
}

extension Instant? {
    /// The earlier one of two, where both are known.
    func earlier(_ other: Instant?) -> Instant? {
        guard let self, let other else { return self ?? other }
        return Swift.min(self, other)
    }
}
