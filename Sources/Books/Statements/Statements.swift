import Domain

/// Taking statements in, and putting together what counts of them.
extension Statements {
    /// Takes a statement in: it replaces an older one of its kind and place, and an older one changes nothing.
    ///
    /// Two things are kept whatever replaces them: since when a line is closed, and what the order stated of a refund
    /// where the newer statement says nothing. `hasChanged` is whether anything has.
    mutating func take(_ new: Statement) -> Taken {
        guard let place = all.firstIndex(where: { $0.speaksInPlace(of: new) }) else {
            all.append(new)
            all[all.count - 1].order.lines.noteClosed(like: [])
            return Taken(rank: .newer, hasChanged: true)
        }
        let before = all[place]
        let rank = new.version.rank(against: before.version)
        switch rank {
        case .same: return Taken(rank: rank, hasChanged: false)
        case .older:
            all[place].order.lines.noteClosed(like: new.order.lines)
            return Taken(rank: rank, hasChanged: all[place].order.lines != before.order.lines)
        case .newer, .conflict:
            all[place] = new
            all[place].order.lines.noteClosed(like: before.order.lines)
            all[place].order.lines.keepStatedRefunds(of: before.order.lines)
            let conflict = Conflict(
                updatedAt: new.version.updatedAt, oldContent: before.version.content,
                newContent: new.version.content)
            return Taken(rank: rank, hasChanged: true, conflict: rank == .conflict ? conflict : nil)
        }
    }

    /// What became of a statement.
    struct Taken {
        let rank: Rank
        let hasChanged: Bool
        var conflict: Conflict?
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
            // Rows of a file know of their own line only; an API or ERP states the whole order.
            lines.add(
                statement.order.lines, unstated: statement.order.unstated, areAll: place > 0 && kind != .file)
        }
        order.lines = lines.joined
        // Rows come in any order, and lie in the store in another.
        if kind == .file { order.lines.sort { $0.lineID < $1.lineID } }
        return order.withoutGaps
    }
}

extension Statement {
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
    /// Notes since when each line is closed: the earliest of what it says itself and what the others know.
    fileprivate mutating func noteClosed(like others: [OrderLine]) {
        for place in indices {
            var first = self[place].firstClosedAt.earlier(self[place].closedAt)
            if let other = others.first(where: { $0.lineID == self[place].lineID }) {
                first = first.earlier(other.firstClosedAt).earlier(other.closedAt)
            }
            if self[place].firstClosedAt != first { self[place].firstClosedAt = first }
        }
    }

    /// Silence is no statement: what was stated of a line's refunds stays.
    fileprivate mutating func keepStatedRefunds(of others: [OrderLine]) {
        for place in indices where self[place].statedRefund == nil {
            let known = others.first { $0.lineID == self[place].lineID }?.statedRefund
            if let known { self[place].statedRefund = known }
        }
    }
}

extension Instant? {
    /// The earlier one of two, where both are known.
    func earlier(_ other: Instant?) -> Instant? {
        guard let self, let other else { return self ?? other }
        return Swift.min(self, other)
    }
}
