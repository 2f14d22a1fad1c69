import Domain
package import Reports
package import Store

extension Workplace {
    /// How late changes come, platform by platform; of accounts that are named, account by account.
    ///
    /// `limitYuan`: how much may be expected to be missed a day, as it is written; 100 where it is left out. Throws where it
    /// is no amount, or an account is none.
    package func lateness(
        _ store: OrderStore, of ids: [String], limitYuan: String?
    ) async throws(ServiceError) -> LatenessReport {
        let limitFen = try Self.limitFen(limitYuan ?? "100")
        let lookBacks = Dictionary(uniqueKeysWithValues: settings.readAccounts.map { ($0.id, $0.lookBack) })
        var observations: [LatenessReport.Observation] = []
        for account in try await readings(store, of: ids) {
            let lookBack = lookBacks[account.id] ?? .standard
            let (since, late) = try await ServiceError.ofStore { () throws(StoreError) in
                (
                    try await store.lookedBackSince(source: account.id, lookBack),
                    try await store.lateRecords(source: account.id)
                )
            }
            observations += account.feeds.map { feed in
                LatenessReport.Observation(
                    account: account.id, platform: account.platform, feed: feed.name, lookBack: lookBack,
                    since: since[feed.name], until: feed.proofs.map(\.askedAt).max(),
                    records: late.filter { $0.feed == feed.name })
            }
        }
        return LatenessReport(
            of: observations, byAccount: !ids.isEmpty, limitFen: limitFen, asOf: now())
    }

    private static func limitFen(_ text: String) throws(ServiceError) -> Int64 {
        let bytes = Array(text.utf8)
        let fen = bytes.withUnsafeBufferPointer { try? DecimalText.parse($0, decimals: 2) }
        guard let fen, fen >= 0 else { throw ServiceError(.usage, [Notice("gaps.no_limit", text)]) }
        return fen
    }
}
