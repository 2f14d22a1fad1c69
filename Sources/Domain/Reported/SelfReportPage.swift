/// Rows of a daily report that land together.
package struct SelfReportPage: Sendable {
    /// What they state, each with its line in the file.
    package var reports: [(report: SelfReport, line: Int)] = []
    package var parked: [ParkedRecord] = []
    package var count: Int { reports.count + parked.count }

    /// No rows.
    package init() {}
}
