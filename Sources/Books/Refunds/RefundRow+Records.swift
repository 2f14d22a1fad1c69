package import Domain

extension [RefundRow] {
    /// Takes a version of an after-sale record in: a newer one replaces all that an older one said.
    ///
    /// The first instant at which an after-sale is known to have succeeded is its date: a later touch does not move it, and
    /// an older version that arrives late can only make it earlier. `hasChanged` is whether anything has.
    ///
    /// What was read from `outdated` pages gives way unless it is known to be newer.
    mutating func take(
        _ new: AfterSale, fetchedAt: Instant, at origin: Origin, outdated: OutdatedPages = .none
    ) -> (rank: Rank, hasChanged: Bool, conflict: Conflict?) {
        var arriving = new.lines.map { RefundRow($0, fetchedAt: fetchedAt, origin: origin) }
        let stored = filter { $0.isRecord(new) }
        let known = stored.filter {
            !outdated.yields(.afterSale, updatedAt: $0.updatedAt, at: $0.origin, to: new.updatedAt)
        }
        let rank = known.isEmpty ? .newer : arriving.version.rank(against: known.version)
        let first = (known + arriving).compactMap(\.firstSucceededAt).min()
        let isReplaced = rank == .newer || rank == .conflict
        if !isReplaced { arriving = known }
        for place in arriving.indices { arriving[place].firstSucceeded(at: first) }
        if arriving == stored { return (rank, false, nil) }
        removeAll { $0.isRecord(new) }
        self += arriving
        guard rank == .conflict else { return (rank, true, nil) }
        let conflict = Conflict(
            lineID: new.lineID ?? "", refundID: new.refundID, updatedAt: new.updatedAt,
            oldContent: known.version.content,
            newContent: arriving.version.content)
        return (rank, true, conflict)
    }

    /// What the rank of an after-sale goes by; its rows are of one version, one at least.
    private var version: Version {
        Version(
            updatedAt: self[0].updatedAt, fetchedAt: self[0].fetchedAt,
            content: RefundRow.content(of: sorted { $0.lineID < $1.lineID }))
    }
}

extension RefundRow {
    /// A line of an after-sale record as it arrives.
    fileprivate init(_ refund: Refund, fetchedAt: Instant, origin: Origin) {
        self.init(
            lineID: refund.lineID, refundID: refund.refundID, evidence: .record, state: refund.state,
            refundedFen: refund.refundedFen.amount, returnedMilli: refund.returnedMilli,
            refundedAt: refund.refundedAt, updatedAt: refund.updatedAt, fetchedAt: fetchedAt, origin: origin)
    }

    /// Whether it is of the same record.
    package func isRecord(_ new: AfterSale) -> Bool {
        evidence == .record && refundID == new.refundID && (new.lineID ?? lineID) == lineID
    }

    fileprivate mutating func firstSucceeded(at first: Instant?) {
        firstSucceededAt = first
        if let first, hasSucceeded { refundedAt = first }
    }
}
