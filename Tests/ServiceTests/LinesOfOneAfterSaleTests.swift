import Domain
import Store
import Testing

@testable import Service

/// An after-sale number may be that of several records, one a line, and one shop may have several accounts.
@Suite("After-sales of several lines, a record each")
struct LinesOfOneAfterSaleTests {
    private static let at = Instant(seconds: 1_667_400_000)
    private static let later = Instant(seconds: 1_667_900_000)
    private static let between = Instant(seconds: 1_667_600_000)

    private static func record(
        line: String, _ at: Instant, state: Int = 1, amount: String = "1"
    ) -> DescribedShop.Record {
        DescribedShop.Record(
            updatedAt: at,
            json: """
                {"rid":"r","rno":"0","rline":"\(line)","shop":"S1","rstate":\(state),"ra":\(amount),"rat":\(at.seconds),
                "rup":\(at.seconds)}
                """)
    }

    /// Two records that are held, one of which is sound later.
    private struct World: Sendable, CustomTestStringConvertible {
        let kind: HeldRecord.Kind
        let state: Int
        let amount: String
        let names: [String]
        let sound: String

        var testDescription: String { "\(kind), line \(sound) is sound later, read by \(names)" }
    }

    private static let worlds: [World] = ["x", "y"].flatMap { sound in
        [
            World(kind: .unknownWord, state: 7, amount: "1", names: ["z"], sound: sound),
            World(kind: .unknownWord, state: 7, amount: "1", names: ["z", "y"], sound: sound),
            World(kind: .parked, state: 1, amount: "\"-\"", names: ["z"], sound: sound),
        ]
    }

    @Test("each is held by itself, and leaves by a sound record of its own line only", arguments: worlds)
    private func heldByLine(world: World) async throws {
        let order = EditedDescription.record(number: 0, Self.at, paid: 1_000, back: 0)
        let held = ["x", "y"].map {
            Self.record(line: $0, Self.at, state: world.state, amount: world.amount)
        }
        let shop = try DescribedShop([[order], held])
        let yaml = EditedDescription().yaml
        shop.now = Self.between
        try await shop.sync(yaml)
        func count() async throws -> Int64 {
            try await shop.store.held().filter { $0.kind == world.kind }.reduce(0) { $0 + $1.records }
        }
        #expect(try await count() == 2)
        shop.now = Instant(seconds: 1_668_000_000)
        shop.records[1].removeAll { $0.json.contains("\"rline\":\"\(world.sound)\"") }
        shop.records[1].append(Self.record(line: world.sound, Self.later))
        for name in world.names { try await shop.sync(yaml, as: name) }
        #expect(try await count() == 1)
        shop.records[1] = ["x", "y"].map {
            Self.record(line: $0, Self.later.advanced(byMilliseconds: 200_000_000))
        }
        shop.now = Instant(seconds: 1_668_200_000)
        try await shop.sync(yaml, as: world.names[world.names.count - 1])
        #expect(try await count() == 0)
    }

    @Test("a word of a version that is overtaken is no word of the record any more")
    func overtaken() async throws {
        var order = EditedDescription.record(number: 0, Self.at, paid: 1_000, back: 0)
        let shop = try DescribedShop([[order], [Self.record(line: "x", Self.later)]])
        let yaml = EditedDescription().yaml
        try await shop.sync(yaml)
        order.updatedAt = Self.between
        order.json = order.json.replacing("\"up\":\(Self.at.seconds)", with: "\"up\":\(Self.between.seconds)")
        shop.records[0] = [order]
        try await shop.sync(yaml, as: "y")
        // A replica that is behind still has versions of before, in words that nobody knows.
        shop.records = [
            [EditedDescription.record(number: 0, Self.at, paid: 1_000, back: 0, state: 9)],
            [Self.record(line: "x", Self.at, state: 7)],
        ]
        try await shop.sync(yaml, as: "v")
        #expect(try await shop.store.held().isEmpty)
    }
}
