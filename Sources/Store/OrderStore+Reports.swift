package import Domain
import GRDB

extension OrderStore {
    /// Folds every cell of the report's days and leg, and returns the fold with the proof, from one snapshot.
    ///
    /// The daily sums serve what they can; buyers' counties, sessions and other datings are read line by line.
    /// `session` names the live session of a sale (platform, shop, room, instant).
    package func cells<Fold: CellFold>(
        _ scope: ReportScope, into initial: Fold,
        session: @escaping @Sendable (String, String, String, Instant) -> String?
    ) async throws(StoreError) -> (fold: Fold, proof: Proof, notSales: NotSales) {
        try await read { database in
            var fold = initial
            let keys = [scope.by] + scope.only.map(\.key)
            let sheets = try CellQuery(database, scope: scope)
            let totals: SheetTotals
            if scope.dated == .paid, !keys.contains(.buyerCounty), !keys.contains(.session) {
                totals = try sheets.fold(database, into: &fold)
            } else {
                totals = try sheets.totals(database)
                let query = DetailQuery(scope: scope, names: sheets.names, session: session)
                try query.each(database) { fold.add($0) }
            }
            let (proof, notSales) = try ProofQuery.proof(database, scope: scope, sheets: totals)
            return (fold, proof, notSales)
        }
    }
}
