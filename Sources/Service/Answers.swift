import Attribution
import Books
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
        let cells = try await store.cells(
            scope, into: builder, decides: roster.fingerprint, lineCells: Books.cells,
            session: { platform, shopID, roomID, instant in
                roster.session(platform: platform, shopID: shopID, roomID: roomID, at: instant)
            })
        return cells.fold.finish(
            notSales: cells.notSales, proof: cells.proof,
            coverage: Coverage(chainHash: cells.chainHash, rosterIsNewer: cells.rosterIsNewer))
    }

    /// What is known of the orders with this number: where from, money, credits, rules that lost, bookings.
    ///
    /// The rules are shown as the version of the roster saw them that decided.
    package func explain(orderID: String) async throws(StoreError) -> [ExplainReport] {
        var reports: [ExplainReport] = []
        for story in try await store.stories(orderID: orderID) {
            guard let order = story.order, let standing = story.stored.state.standing else { continue }
            let decision = try await decision(standing.roster)
            reports.append(ExplainReport(story, order, standing, decision: decision, roster: roster))
        }
        return reports
    }

    /// What decided an order: the version of the roster, and its rules.
    private func decision(_ number: Int64) async throws(StoreError) -> ExplainReport.DecidedBy? {
        guard let (version, loadedAt) = try await store.rosterVersion(number) else { return nil }
        let isPresent = version.decides == roster.fingerprint
        let facts = isPresent ? roster.facts : try? RosterFacts(json: version.facts)
        return ExplainReport.DecidedBy(
            decision: ExplainReport.Decision(roster: number, loadedAt: loadedAt, isPresent: isPresent),
            attributor: isPresent ? attributor : facts.map { Attributor(roster: Roster(facts: $0)) })
    }

    /// Whether the store agrees with itself: daily sums, journal, chain of hashes, decisions.
    ///
    /// One finding each.
    package func checkStore() async throws(StoreError) -> [CheckReport.Finding] {
        var findings = try await store.disagreements().map { found in
            CheckReport.Finding(
                .error, place: "数据库", what: "\(found.what.name)：\(found.count) 处不一致",
                advice: "请保留此文件并报告；重新同步到新的 store 可得到正确结果")
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
        let otherwise = try await store.countDecidedOtherwise(than: roster.fingerprint)
        if otherwise > 0 {
            findings.append(
                CheckReport.Finding(
                    .warning, place: "名册", what: "有 \(otherwise) 个订单的归属是按另一版名册定的",
                    advice: "请运行 daihuo attribute"))
        }
        return findings
    }
}

extension Disagreement.What {
    /// What staff read.
    fileprivate var name: String {
        switch self {
        case .creditsOfLines: "订单行与归属"
        case .refundsOfLines: "订单行与售后"
        case .dailySums: "每日汇总与归属"
        case .sharedOrders: "订单数与归属"
        case .bookings: "账簿与归属"
        case .bookedSums: "账簿合计与分录"
        case .batches: "账簿批次与分录"
        case .readSums: "读取合计与订单、售后"
        case .goods: "订单行与商品名称"
        }
    }
}
