import Domain
import Reports
import Store
import Testing

@testable import Service

/// Several processes write to one store, each an account of its own; here each has opened the store for itself.
@Suite("Several writers of one store")
struct SeveralWritersTests {
    private static let at = Instant(seconds: 1_667_400_000)

    private static func records(_ numbers: [Int]) -> [DescribedShop.Record] {
        numbers.map { number in
            EditedDescription.record(
                number: number, Instant(seconds: at.seconds + Int64(number) * 40_000), paid: 1_000 + number,
                back: number % 3 * 100)
        }
    }

    private static func sync(_ numbers: [Int], into path: String, as name: String) async throws {
        let shop = try DescribedShop([records(numbers), []], path: path)
        try await shop.sync(EditedDescription().yaml, as: name)
    }

    @Test("what they land together is what one lands alone, and fits")
    func together() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/daihuo.sqlite"
        let whole = try DescribedShop([Self.records(Array(0..<90)), []], path: path)
        async let first: Void = Self.sync(Array(0..<30), into: path, as: "x")
        async let second: Void = Self.sync(Array(30..<60), into: path, as: "y")
        async let third: Void = Self.sync(Array(60..<90), into: path, as: "z")
        _ = try await (first, second, third)
        let alone = try DescribedShop([Self.records(Array(0..<90)), []])
        try await alone.sync(EditedDescription().yaml)
        let complaints = try await whole.complaints(EditedDescription().yaml, as: ["x", "y", "z"])
        #expect(complaints == [])
        #expect(try await whole.everything() == alone.everything())
    }

    @Test("parties that each writer is the first to name have keys of their own")
    func parties() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/daihuo.sqlite"
        let (first, second) = (
            try DescribedShop([Self.records([0]), []], path: path),
            try DescribedShop([Self.records([1]), []], path: path)
        )
        let yaml = EditedDescription().yaml
        first.now = Instant(seconds: Self.at.seconds + 20_000)
        first.partyID = "p1"
        try await first.sync(yaml, as: "x")
        second.partyID = "p2"
        try await second.sync(yaml, as: "y")
        first.partyID = "p3"
        first.now = Instant(seconds: Self.at.seconds + 200_000)
        first.records[0] += Self.records([2])
        try await first.sync(yaml, as: "x")
        #expect(try await first.store.names().parties.sorted() == ["p1", "p2", "p3"])
        #expect(
            try await first.store.stories(orderID: "2").first?.stored.state.standing?.credits.map(\.partyID)
                == ["p3"])
    }

    @Test("an account stops where another process was admitted under another description meanwhile")
    func editedMeanwhile() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/daihuo.sqlite"
        let shop = try DescribedShop([Self.records([0]), []], path: path)
        try await shop.sync(EditedDescription().yaml, windowsMax: 0)
        let facts = try shop.facts(EditedDescription().yaml)
        let store = shop.store
        try await store.write { try $0.expectMapped(facts) }
        let other = try DescribedShop([[], []], path: path)
        let inYuan = EditedDescription().yaml.replacing("money: fen", with: "money: yuan")
        try await other.sync(inYuan, as: "y", windowsMax: 0)
        let error = await #expect(throws: StoreError.self) {
            try await store.write { try $0.expectMapped(facts) }
        }
        #expect(error?.kind == .busy)
    }
}
