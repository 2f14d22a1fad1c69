import Attribution
package import Domain
import Ledger
package import Reports
package import Store

/// Reports and explanations: questions to the store, answered as values.
extension Pipeline {
    /// The attribution report of a scope.
    package func attributionReport(_ scope: ReportScope) async throws(StoreError) -> AttributionReport {
        let roster = roster
        let directory = PartyDirectory(campaigns: roster.campaigns) { roster.party($0) }
        let builder = AttributionReportBuilder(scope: scope, directory: directory)
        let (filled, proof, notSales) = try await store.cells(
            scope, into: builder,
            session: { platform, shopID, roomID, instant in
                roster.session(platform: platform, shopID: shopID, roomID: roomID, at: instant)
            })
        return filled.finish(notSales: notSales, proof: proof)
    }

    /// What is known of the orders with this number: where from, money, credits, rules that lost, bookings.
    package func explain(orderID: String) async throws(StoreError) -> [ExplainReport] {
        try await store.stories(orderID: orderID).map { story in
            ExplainReport(story, roster: roster, attributor: attributor)
        }
    }

    /// Whether the store agrees with itself: daily sums, journal, chain of hashes.
    ///
    /// One finding each.
    package func checkStore() async throws(StoreError) -> [CheckReport.Finding] {
        var findings = try await store.disagreements().map { text in
            CheckReport.Finding(
                .error, place: "数据库", what: text, advice: "请保留此文件并报告；重新同步到新的 store 可得到正确结果")
        }
        let broken = BrokenBatches()
        try await store.eachBatch { batch in
            broken.look(at: batch)
        }
        findings += broken.numbers.map { number in
            CheckReport.Finding(
                .error, place: "账簿", what: "第 \(number) 批的哈希与内容不符", advice: "账簿被改动过，请从备份恢复")
        }
        if findings.isEmpty {
            findings.append(
                CheckReport.Finding(.ok, place: "数据库", what: "汇总、账簿与哈希链一致（\(broken.count) 批）"))
        }
        return findings
    }
}

extension ExplainReport {
    init(_ story: OrderStory, roster: Roster, attributor: Attributor) {
        let version = Version(
            source: story.isFile ? "\(story.source)（\(story.pageName)）" : story.source,
            fetchedAt: story.fetchedAt,
            updatedAt: story.order.updatedAt, pageHash: story.pageHash,
            outcome: story.conflicts > 0 ? .conflict : .applied)
        let records = story.refunds.map { RefundRecord(refund: $0.refund, isDerived: $0.isDerived) }
        let lines = story.order.lines.map { line in
            Line(line, story, records.filter { $0.refund.lineID == line.lineID }, roster, attributor)
        }
        let own = Set(story.order.lines.map(\.lineID))
        self.init(
            order: story.order, versions: [version], lines: lines,
            strayRefunds: records.filter { !own.contains($0.refund.lineID) },
            journal: story.journal.map { Booking(batch: $0.batch, bookedAt: $0.bookedAt, entry: $0.entry) })
    }
}

extension ExplainReport.Line {
    fileprivate init(
        _ line: OrderLine, _ story: OrderStory, _ refunds: [ExplainReport.RefundRecord], _ roster: Roster,
        _ attributor: Attributor
    ) {
        let stored = story.lines[line.lineID]
        var traces: [RuleTrace] = []
        if case .sale(let saleAt) = line.sale {
            traces = attributor.explain(
                LineFacts(line, of: story.order, platform: story.platform, saleAt: saleAt))
        }
        let credits = (stored?.credits ?? []).map { entry in
            ExplainReport.CreditRecord(
                credit: entry.credit, party: entry.credit.partyID.flatMap { roster.party($0) },
                evidenceValue: traces.first {
                    $0.leg == entry.credit.leg && $0.evidence == entry.credit.evidence
                }?.value ?? "", paidFen: entry.paidFen, refundedFen: entry.refundedFen, grams: entry.grams)
        }
        let lost = traces.filter { $0.outcome != .won }.map { trace in
            ExplainReport.LostRule(
                leg: trace.leg, evidence: trace.evidence, partyID: trace.candidateIDs.joined(separator: "、"),
                why: trace.outcome.name)
        }
        self.init(
            line: line, refundedFen: stored?.refundedFen ?? .zero, refunds: refunds, grams: stored?.grams,
            weightEvidence: stored?.weightEvidence ?? .none, county: stored?.county,
            category: stored?.category ?? "",
            credits: credits, lost: lost)
    }
}
