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
