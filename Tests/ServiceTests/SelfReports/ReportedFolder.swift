import Domain
import Foundation
import GRDB
import Reports

@testable import Service
@testable import Store

/// A folder without any account, into whose store daily reports are imported.
struct ReportedFolder {
    let workplace: Workplace
    let store: OrderStore
    private let folder: TemporaryFolder
    /// The clock of what follows: no year of a report is this one.
    var now = Self.morning("2031-05-01")

    init() throws {
        folder = try TemporaryFolder()
        for (name, text) in [
            ("parties.csv", "party,name,kind,region,organisation\n"),
            ("daihuo.yaml", "store: s.sqlite\nroster: .\naccounts: []\n"),
        ] { try Data(text.utf8).write(to: URL(filePath: "\(folder.path)/\(name)")) }
        workplace = try Workplace(config: "\(folder.path)/daihuo.yaml", environment: [:], time: .wall)
        store = try OrderStore(path: "\(folder.path)/s.sqlite")
    }

    /// The path of a file of this text, written under this name.
    func file(_ text: String, _ name: String = "daily.csv") throws -> String {
        let path = "\(folder.path)/\(name)"
        try Data(text.utf8).write(to: URL(filePath: path))
        return path
    }

    /// A file of case 39.
    static func sample(_ name: String) -> String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../fixtures/cases/39-daily-report-units/\(name)")
            .standardizedFileURL.path
    }

    /// Imports a file as it is recognised, or as it is named.
    @discardableResult
    func imports(
        _ path: String, as name: String? = nil, year: Int? = nil
    ) async throws -> RunReport.Account {
        let inputs = try ImportStage.inputs(
            [path], account: nil, named: name, year: year, in: workplace)
        let now = now
        let pipeline = Pipeline(store: store, roster: workplace.pipeline(store).roster, now: { now })
        return try await pipeline.importFiles(inputs) { _ in }.accounts[0]
    }

    /// What is stored of all days, put together.
    func sums() async throws -> SelfReportSums {
        var sums = SelfReportSums()
        for group in try await groups(by: .day) { try sums.add(group.sums) }
        return sums
    }

    func groups(by key: SelfReportSums.Grouping) async throws -> [SelfReportSums.Group] {
        guard let first = BusinessDay("1900-01-01"), let last = BusinessDay("2099-12-31") else { return [] }
        return try await store.selfReports(from: first, to: last, by: key).groups
    }

    /// Rows as texts, their cells divided by `|`; nothing is empty.
    func ask(_ sql: String) async throws -> [String] {
        try await DatabaseQueue(path: store.path).read { database in
            try Row.fetchAll(database, sql: sql).map { row in
                row.databaseValues.map {
                    String.fromDatabaseValue($0) ?? Int64.fromDatabaseValue($0)?.description ?? ""
                }.joined(separator: "|")
            }
        }
    }

    /// Eight o'clock on a day.
    static func morning(_ day: String) -> Instant {
        (BusinessDay(day) ?? BusinessDay(number: 0)).start.advanced(byMilliseconds: 8 * 3_600_000)
    }

    /// What is parked: where, and by which code.
    func held() async throws -> [String] {
        try await store.held().map { record in
            let cell = record.reason?.arguments.dropFirst().first.flatMap { argument -> String? in
                if case .notice(let notice) = argument { notice.code } else { nil }
            }
            return "\(record.path) \(cell ?? record.reason?.code ?? "")"
        }
    }
}
