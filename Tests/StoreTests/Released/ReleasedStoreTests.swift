import Domain
import Foundation
import GRDB
import Testing

@testable import Store

/// From release 0.2 on stores migrate: `fixtures/stores` keeps a small one of every released schema, as SQL.
///
/// `RECORD=1 swift test --filter ReleasedStoreTests` writes that of the newest schema. A schema once released is never
/// recorded again: what is to be changed is the next migration.
@Suite("Stores of released schemas", .serialized)
struct ReleasedStoreTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../fixtures/stores").standardizedFileURL
    /// `001` of `001 facts by source, tied to their mapping`.
    private static let numbers = Schema.migrator.migrations.map { String($0.prefix(3)) }
    private static let isRecording = ProcessInfo.processInfo.environment["RECORD"] != nil

    private func fixture(_ number: String) -> URL {
        Self.folder.appendingPathComponent("\(number).sql")
    }

    @Test("there is one of every schema; RECORD=1 writes the newest", arguments: numbers)
    func recorded(number: String) async throws {
        if Self.isRecording, number == Self.numbers.last {
            let text = try await TemporaryStore.sample().store.read(StoreDump.text)
            try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: fixture(number))
        }
        #expect(FileManager.default.fileExists(atPath: fixture(number).path))
    }

    @Test("the newest one has the schema of a new store: nobody has edited it since it was recorded")
    func newest() async throws {
        let newest = try #require(Self.numbers.last)
        let recorded = try DatabaseQueue()
        let sql = try text(newest)
        try await recorded.write { try $0.execute(sql: sql) }
        let made = try TemporaryStore().store
        let old = try await recorded.read(StoreDump.schema).map { "\($0.sql);" }
        let new = try await made.read(StoreDump.schema).map { "\($0.sql);" }
        let advice: Comment = "of a released schema: write the next migration instead"
        #expect(Set(old).subtracting(new) == [], advice)
        #expect(Set(new).subtracting(old) == [], advice)
        let words = try await recorded.read { try StoreDump.rows(of: "word", $0) }
        #expect(try await made.read { try StoreDump.rows(of: "word", $0) } == words, advice)
    }

    @Test(
        "each opens, has nothing left to migrate, agrees with itself, and reports what it did",
        arguments: numbers)
    func opens(number: String) async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/daihuo.sqlite"
        let sql = try text(number)
        try await DatabaseQueue(path: path).write { try $0.execute(sql: sql) }
        if number != Self.numbers.last {
            // Whoever only asks does not migrate, and says so.
            let error = #expect(throws: StoreError.self) { try OrderStore(reading: path) }
            #expect(error?.kind == .older)
        }
        let store = try OrderStore(path: path)
        #expect(try await store.read { try Schema.migrator.hasCompletedMigrations($0) })
        #expect(try await store.disagreements().isEmpty)
        let report = try await store.cells(
            ReportScope(from: .sale, to: .sale.advanced(by: 30)), into: PaidByParty(), decides: "",
            lineCells: { _, _ in [] }, session: { _, _, _, _ in nil })
        #expect(report.fold.netFen == ["a": 1_800, "b": 2_999, "c": 200, "-": 1_400])
        #expect(report.proof.unexplainedFen == 0 && report.proof.readFen == 8_500)
        #expect(report.proof.parkedRecords == 1 && report.proof.orphanRefundFen == 77)
        #expect(try await store.newestBatch()?.number == 2)
        // It goes on being written to.
        try await store.write { try Delivery(orders: [[Order("o7", lines: [OrderLine()])]]).land($0) }
        #expect(try await store.disagreements().isEmpty)
    }

    private func text(_ number: String) throws -> String {
        String(decoding: try Data(contentsOf: fixture(number)), as: UTF8.self)
    }
}

/// Net fen by party; `-` is nobody.
private struct PaidByParty: CellFold {
    private(set) var netFen: [String: Int64] = [:]
    private var parties: [String] = []

    mutating func place(of cell: CreditCell) -> Int {
        parties.append(cell.partyID ?? "-")
        return parties.count - 1
    }

    mutating func add(_ sums: CreditSums, at place: Int) { netFen[parties[place], default: 0] += sums.netFen }
    mutating func addOrder(_ number: Int64, isWhole: Bool, at places: [Int]) {}
    mutating func add(_ cell: CreditCell) {}
}
