import Attribution
import Domain
import Reports
import Store

extension ExplainReport {
    /// What decided an order, and the rules as they were then; without rules where the version cannot be read any more.
    struct DecidedBy {
        let decision: Decision
        let attributor: Attributor?
    }

    /// An order as it is stored, explained by the roster that decided; names of parties are those of the present one.
    init(
        _ story: OrderStory, _ order: Order, _ standing: Standing, decision: DecidedBy?, roster: Roster
    ) {
        let versions = story.readings.enumerated().map { place, reading in
            Version(reading, isFirst: place == 0, hasConflicts: story.conflicts > 0)
        }
        let records = story.stored.state.refunds.map { RefundRecord($0, of: order.key) }
        let platform = story.readings.first?.statement.platform ?? ""
        let lines = zip(order.lines, standing.lines).enumerated().map { place, pair in
            Line(
                pair.0, pair.1, of: order, platform: platform,
                credits: standing.credits.filter { $0.line == place },
                refunds: records.filter { $0.refund.lineID == pair.0.lineID }, decision?.attributor, roster)
        }
        let own = Set(order.lines.map(\.lineID))
        self.init(
            order: order, versions: versions, decidedBy: standing.credits.isEmpty ? nil : decision?.decision,
            lines: lines, orphanRefunds: records.filter { !own.contains($0.refund.lineID) },
            pendingEntries: story.pendingEntries,
            journal: story.journal.map {
                BookedEntry(batch: $0.batch, bookedAt: $0.bookedAt, entry: $0.entry)
            })
    }
}

extension ExplainReport.Version {
    fileprivate init(_ reading: OrderStory.Reading, isFirst: Bool, hasConflicts: Bool) {
        self.init(
            kind: reading.statement.kind, source: reading.source, file: reading.page?.file,
            fetchedAt: reading.statement.version.fetchedAt, updatedAt: reading.statement.version.updatedAt,
            pageHash: reading.page?.hash ?? "",
            outcome: !isFirst ? .filled : hasConflicts ? .conflict : .applied)
    }
}

extension ExplainReport.RefundRecord {
    fileprivate init(_ row: RefundRow, of key: OrderKey) {
        self.init(
            refund: Refund(
                channel: key.channel, shopID: key.shopID, orderID: key.orderID, lineID: row.lineID,
                refundID: row.refundID, state: row.state, refundedFen: Fen(row.refundedFen),
                returnedMilli: row.returnedMilli, refundedAt: row.refundedAt, updatedAt: row.updatedAt),
            isDerived: row.evidence.isDerived)
    }
}

extension ExplainReport.Line {
    fileprivate init(
        _ line: OrderLine, _ standing: LineStanding, of order: Order, platform: String, credits: [CreditRow],
        refunds: [ExplainReport.RefundRecord], _ attributor: Attributor?, _ roster: Roster
    ) {
        var traces: [RuleTrace] = []
        if case .sale(let saleAt) = line.sale {
            traces =
                attributor?.explain(LineFacts(line, of: order, platform: platform, saleAt: saleAt)) ?? []
        }
        let lost = traces.filter { $0.outcome != .won }.map { trace in
            ExplainReport.LostRule(
                leg: trace.leg, evidence: trace.evidence, partyIDs: trace.candidateIDs,
                why: trace.outcome.notice)
        }
        self.init(
            line: line, refundedFen: Fen(standing.amounts.refundedFen), refunds: refunds,
            grams: standing.amounts.grams.map(Grams.init), weightEvidence: standing.weightEvidence,
            county: standing.origin, category: standing.category,
            credits: credits.map { ExplainReport.CreditRecord($0, traces, roster) }, lost: lost)
    }
}

extension ExplainReport.CreditRecord {
    fileprivate init(_ row: CreditRow, _ traces: [RuleTrace], _ roster: Roster) {
        let credit: Credit =
            if let partyID = row.partyID {
                Credit(leg: row.leg, partyID: partyID, share: row.share, evidence: row.evidence)
            } else {
                Credit(
                    unassigned: row.leg, share: row.share, reason: row.reason ?? .noIdentity,
                    evidence: row.evidence, candidateIDs: row.candidateIDs)
            }
        self.init(
            credit: credit, party: row.partyID.flatMap { roster.party($0) },
            evidenceValue: traces.first { $0.leg == row.leg && $0.evidence == row.evidence }?.value ?? "",
            paidFen: Fen(row.amounts.paidFen), refundedFen: Fen(row.amounts.refundedFen),
            grams: row.amounts.grams.map(Grams.init))
    }
}
