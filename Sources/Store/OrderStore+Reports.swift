package import Domain
import GRDB

extension OrderStore {
    /// Folds every cell of the report's days and leg into a value, and returns it with the proof, from one snapshot.
    ///
    /// The daily sums serve what they can; buyers' counties, sessions and other datings are read line by line.
    /// `session` names the live session of a sale (platform, shop, room, instant).
    package func cells<Result: Sendable>(
        _ scope: ReportScope, into initial: Result,
        session: @escaping @Sendable (String, String, String, Instant) -> String?,
        _ add: @escaping @Sendable (inout Result, CreditCell) -> Void
    ) async throws(StoreError) -> (result: Result, proof: Proof, notSales: NotSales) {
        try await read { database in
            var result = initial
            let keys = [scope.by] + scope.only.map(\.key)
            let sheets = try CellQuery(database, scope: scope)
            let totals: SheetTotals
            if scope.dated == .paid, !keys.contains(.buyerCounty), !keys.contains(.session) {
                totals = try sheets.each(database) { add(&result, $0) }
            } else {
                totals = try sheets.each(database) { _ in }
                let query = DetailQuery(scope: scope, names: sheets.names, session: session)
                try query.each(database) { add(&result, $0) }
            }
            let (proof, notSales) = try ProofQuery.proof(database, scope: scope, sheets: totals)
            return (result, proof, notSales)
        }
    }
}
