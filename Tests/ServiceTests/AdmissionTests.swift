import Attribution
import Domain
import Reports
import SeededRandomness
import Store
import Testing

@testable import Service

/// What may read into a store: a source stays the shop and platform that it was first (K32).
@Suite("Admission of sources")
struct AdmissionTests {
    @Test("a source is admitted as what it was first, and a refusal leaves nothing behind of anybody")
    func randomSettings() async throws {
        var random = SeededRandom()
        print("admission: seed \(random.seed)")
        let folder = try TemporaryFolder()
        let store = try OrderStore(path: folder.path + "/daihuo.sqlite")
        var first: [String: SourceFacts] = [:]
        var numbers: [String: Int64] = [:]
        var refusalCount = 0
        for _ in 0..<200 {
            let facts = Self.facts(&random)
            let pipeline = Pipeline(store: store, roster: Self.roster(&random), now: { Instant(seconds: 0) })
            let rosters = try await rosterCount(store)
            let wrong = facts.filter { facts in
                first[facts.name].map { $0.platform != facts.platform || $0.shopID != facts.shopID } ?? false
            }
            do throws(ServiceError) {
                let admission = try await pipeline.admit(facts)
                #expect(wrong.isEmpty, "seed \(random.seed)")
                for facts in facts where first[facts.name] == nil { first[facts.name] = facts }
                numbers.merge(admission.sources.mapValues(\.number)) { known, found in
                    #expect(known == found, "seed \(random.seed)")
                    return known
                }
            } catch {
                refusalCount += 1
                #expect(
                    error.exitCode == .usage
                        && error.notices.map { $0.text(in: .chinese) }.count == wrong.count,
                    "seed \(random.seed)")
                for (facts, sentence) in zip(wrong, error.notices.map { $0.text(in: .chinese) }) {
                    #expect(sentence.contains("账号 \(facts.name)：") && sentence.contains("请改回去"))
                }
                // That no new source was kept either shows when it is admitted as another shop later.
                #expect(try await rosterCount(store) == rosters, "seed \(random.seed)")
            }
        }
        #expect(refusalCount > 20 && Set(numbers.values).count == numbers.count, "seed \(random.seed)")
    }

    /// Some accounts, now and then with another shop or platform.
    private static func facts(_ random: inout SeededRandom) -> [SourceFacts] {
        ["a", "b", "c", "d"].filter { _ in random.next(in: 0...1) == 0 }.map { name in
            SourceFacts(
                name: name, platform: random.next(in: 0...9) == 0 ? "p832" : "douyin",
                shopID: random.next(in: 0...4) == 0 ? "9002" : "9001",
                api: random.next(in: 0...1) == 0
                    ? nil
                    : .init(
                        host: "http://127.0.0.1:9",
                        since: BusinessDay(number: random.next(in: 19_000...19_100)),
                        keyRules: [], mapping: "", updateTimes: .init(orders: "", refunds: ""),
                        channels: [.douyin], feeds: []))
        }
    }

    private static func roster(_ random: inout SeededRandom) -> Roster {
        let party = Party(
            id: "p-\(random.next(in: 0...99))", name: "", kind: .firstSecretary, region: nil, organisation: ""
        )
        return Roster(
            parties: [party], tenures: [], identities: [], campaigns: [], sessions: [], catalogue: [])
    }

    /// How many versions of the roster are kept.
    private func rosterCount(_ store: OrderStore) async throws -> Int64 {
        var count: Int64 = 0
        while try await store.rosterVersion(count + 1) != nil { count += 1 }
        return count
    }
}
