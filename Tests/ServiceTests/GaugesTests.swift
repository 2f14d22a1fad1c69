import Domain
import Foundation
import Store
import Testing

@testable import Service

/// What `/metrics` shows of a store, against what was put into it.
@Suite("Gauges of the store")
struct GaugesTests {
    private static let start = Instant(seconds: 1_667_400_000)
    private static let now = Instant(seconds: 1_668_000_000)

    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("orders, what is held, what waits, and how far each account is read, at the moment of the question")
    func gauges() async throws {
        let description = EditedDescription()
        let orders = (0..<5).map { EditedDescription.record(number: $0, Self.start, paid: 1_000, back: 0) }
        let orphan = DescribedShop.Record(
            updatedAt: Self.start,
            json: """
                {"rid":"r","rno":"99","rline":"x","shop":"S1","rstate":1,"ra":1,"rat":\(Self.start.seconds),
                "rup":\(Self.start.seconds)}
                """)
        let path = folder.path + "/s.sqlite"
        let shop = try DescribedShop([orders, [orphan]], path: path)
        shop.now = Self.now
        try await shop.sync(description.yaml)
        let workplace = try workplace(description.yaml, at: Self.now.advanced(byMilliseconds: 90_500))
        let gauges = try await workplace.gauges(shop.store)
        func value(_ name: String, _ label: MetricFamily.Label? = nil) -> Double? {
            let samples = gauges.first { $0.name == "daihuo_" + name }?.samples ?? []
            let sample = samples.first { sample in label.map(sample.labels.contains) ?? true }
            if case .number(let number) = sample?.value { return number }
            return nil
        }
        let (read, unread) = (MetricFamily.Label("account", "z"), MetricFamily.Label("account", "never"))
        #expect(value("orders") == 5)
        #expect(value("held_records", .init("kind", "orphan")) == 1)
        #expect(value("held_records", .init("kind", "parked")) == 0)
        #expect(value("pending_entries") == 0)
        #expect(value("last_batch") == 1)
        let bytes = try ["", "-wal"].reduce(0.0) { sum, ending in
            let size = try FileManager.default.attributesOfItem(atPath: path + ending)[.size] as? NSNumber
            return sum + (size?.doubleValue ?? .nan)
        }
        #expect(value("store_bytes") == bytes)
        #expect(value("account_read_to_age_seconds", read) == 90.5)
        #expect(value("account_never_read", read) == 0)
        #expect(value("account_gaps", read) == 0)
        #expect(value("account_failed", read) == 0)
        #expect(value("account_late_records", read) == 0)
        #expect(value("account_token_left_seconds", read) == nil)
        // Nobody knows up to when what was never read was read.
        #expect(value("account_read_to_age_seconds", unread) == nil)
        #expect(value("account_never_read", unread) == 1)
        #expect(value("account_token_left_seconds", unread) == 345_600)
        #expect((value("account_gaps", unread) ?? 0) > 0)
    }

    private func workplace(_ description: String, at now: Instant) throws -> Workplace {
        let platforms = "\(folder.path)/platforms"
        try FileManager.default.createDirectory(atPath: platforms, withIntermediateDirectories: true)
        let since = BusinessDay(number: 19_297)
        let account = "platform: zz, shop: S1, base_url: \"http://127.0.0.1:9\", since: \(since)"
        for (name, text) in [
            ("platforms/zz.yaml", description), ("parties.csv", "party,name,kind,region,organisation\n"),
            (
                "daihuo.yaml",
                """
                store: s.sqlite
                roster: .
                platforms: platforms
                accounts:
                  - {id: z, \(account)}
                  - {id: never, \(account), token_until: \(now.day.advanced(by: 4))}

                """
            ),
        ] {
            try Data(text.utf8).write(to: URL(filePath: "\(folder.path)/\(name)"))
        }
        return try Workplace(config: "\(folder.path)/daihuo.yaml", environment: [:], time: .fixed(now))
    }
}
