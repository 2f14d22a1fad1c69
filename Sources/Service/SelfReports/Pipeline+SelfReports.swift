import Domain
package import Reports
import Store

extension Pipeline {
    /// What people say was sold on these days, both included; `by` is a word of `SelfReportSums.Grouping`.
    ///
    /// Throws where a day or the word is none.
    package func selfReports(
        from: String, to: String, by: String
    ) async throws(ServiceError) -> SelfReportsReport {
        let (first, last) = (try Days.day(from, "--from"), try Days.day(to, "--to"))
        guard first <= last else { throw ServiceError(.usage, [Notice("question.ends_before_it_begins")]) }
        guard let by = SelfReportSums.Grouping(rawValue: by) else {
            let known = SelfReportSums.Grouping.allCases.map(\.rawValue)
            throw ServiceError(.usage, [Notice("question.unknown_key", "--by", by, known)])
        }
        let (groups, parked) = try await ServiceError.ofStore { () throws(StoreError) in
            try await store.selfReports(from: first, to: last, by: by)
        }
        do throws(AmountOverflow) {
            return try SelfReportsReport(from: first, to: last, by: by, groups: groups, parkedRows: parked)
        } catch {
            throw ServiceError(.store, [Notice("reported.too_much")])
        }
    }
}
