import Domain
package import Reports
package import Store

/// A question for the gap map in the words of a command line.
package struct GapsQuestion: Sendable {
    /// Of these accounts; of all where there are none.
    package var accounts: [String]
    /// `yyyy-mm-dd`, inclusive; `nil`: from the first day of each account.
    package var from: String?
    /// `nil`: up to now.
    package var to: String?
    /// `nil`: by day, and tables list the gaps alone.
    package var step: GapsReport.Step?

    /// A question; what is left out is asked as on the command line.
    package init(
        accounts: [String] = [], from: String? = nil, to: String? = nil, step: GapsReport.Step? = nil
    ) {
        self.accounts = accounts
        self.from = from
        self.to = to
        self.step = step
    }

    fileprivate func scope(at now: Instant) throws(ServiceError) -> GapsReport.Scope {
        let first = try from.map { text throws(ServiceError) in try Days.begun(text, "--from", now) }
        let last = try to.map { text throws(ServiceError) in try Days.day(text, "--to") }
        if let first, let last, first > last {
            throw ServiceError(.usage, [Notice("question.ends_before_it_begins")])
        }
        return GapsReport.Scope(from: first, to: last, step: step ?? .day, listsCells: step != nil)
    }
}

extension Workplace {
    /// What was read of every day or hour, and what was not.
    ///
    /// Throws where a day or an account is none, and where more hours are asked for than can be looked at.
    package func gaps(
        _ store: OrderStore, _ question: GapsQuestion
    ) async throws(ServiceError) -> GapsReport {
        let scope = try question.scope(at: now())
        let report = GapsReport(
            of: try await readings(store, of: question.accounts), scope, asOf: now())
        let daysMax = GapsReport.daysByHourMax
        if scope.step == .hour, report.days > daysMax {
            throw ServiceError(.usage, [Notice("gaps.too_many_hours", daysMax, report.days)])
        }
        return report
    }
}

extension Workplace {
    /// How late changes come, platform by platform; of accounts that are named, account by account.
    ///
    /// `limitYuan`: how much may be expected to be missed a day, as it is written; 100 where it is left out. Throws where it
    /// is no amount, or an account is none.
    package func lateness(
        _ store: OrderStore, of ids: [String], limitYuan: String?
    ) async throws(ServiceError) -> LatenessReport {
        let limitFen = try Self.limitFen(limitYuan ?? "100")
        var observations: [LatenessReport.Observation] = []
        for account in try await readings(store, of: ids) {
            let (since, late) = try await ServiceError.ofStore { () throws(StoreError) in
                (
                    try await store.firstReadings(source: account.id),
                    try await store.lateRecords(source: account.id)
                )
            }
            observations += account.feeds.map { feed in
                LatenessReport.Observation(
                    account: account.id, platform: account.platform, feed: feed.name,
                    since: since[feed.name], records: late.filter { $0.feed == feed.name })
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
