import Attribution
import Books
package import Domain
package import Reports
import Store

/// Reports and explanations: questions to the store, answered as values.
extension Pipeline {
    /// The attribution report of a scope.
    package func attributionReport(_ scope: ReportScope) async throws(ServiceError) -> AttributionReport {
        let roster = roster
        let directory = PartyDirectory(campaigns: roster.campaigns) { roster.party($0) }
        let builder = AttributionReportBuilder(scope: scope, directory: directory)
        let cells = try await ServiceError.ofStore { () throws(StoreError) in
            try await store.cells(
                scope, into: builder, decides: roster.fingerprint, lineCells: Books.cells,
                session: { platform, shopID, roomID, instant in
                    roster.session(platform: platform, shopID: shopID, roomID: roomID, at: instant)
                })
        }
        return cells.fold.finish(
            notSales: cells.notSales, proof: cells.proof,
            coverage: Coverage(
                chainHash: cells.chainHash, rosterIsNewer: cells.rosterIsNewer, conflicts: cells.conflicts,
                unknownWords: cells.unknownWords,
                pendingEntries: cells.proof.pendingEntries))
    }

    /// All that is known of an order number: the orders that have it, what is held of it, and what was dismissed.
    ///
    /// Throws where nobody has ever said anything of it.
    package func explain(orderID: String) async throws(ServiceError) -> Explanation {
        let (held, at) = (try await held(orderID: orderID), now())
        let explanation = try await ServiceError.ofStore { () throws(StoreError) in
            Explanation(
                orderID: orderID, orders: try await explainedOrders(orderID), held: held,
                dismissed: try await store.dismissed(orderID: orderID), asOf: at)
        }
        guard !explanation.isEmpty else {
            throw ServiceError(.usage, [Notice("question.unknown_order", orderID)])
        }
        return explanation
    }

    /// Orders with this number: where from, money, credits, rules that lost, bookings.
    ///
    /// The rules are shown as the version of the roster saw them that decided.
    private func explainedOrders(_ orderID: String) async throws(StoreError) -> [ExplainReport] {
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
}
