import Domain
import Sync
import Synchronization
import Testing

@testable import Service

@Suite("What stages tell, as metrics")
struct MetricsTests {
    @Test("requests, retries, records, entries and turns are counted by what they are of")
    func counted() throws {
        let metrics = Metrics()
        metrics.take(.request(platform: "douyin", outcome: .answered, took: .milliseconds(40)))
        metrics.take(.request(platform: "douyin", outcome: .answered, took: .seconds(2)))
        metrics.take(.request(platform: "p832", outcome: .noAnswer, took: .seconds(120)))
        metrics.take(.retrying(account: "a", advice: Notice("sync.timed_out"), delay: .seconds(1)))
        var counts = LandingCounts()
        (counts.inserted, counts.knownRefunds) = (3, 4)
        metrics.take(.landed(account: "a", counts: counts))
        metrics.take(.posted(entries: 12, batch: 1))
        metrics.take(.page(account: "a"))
        metrics.noteTurn(of: "a", hasFailed: true, took: .seconds(3))
        let read = try NaiveExposition(MetricsText.of(metrics.families))
        func value(_ name: String, _ labels: [String: String] = [:]) -> String? {
            read.samples.first { $0.name == name && $0.labels == labels }?.value
        }
        #expect(value("daihuo_request_seconds_count", ["platform": "douyin", "outcome": "answered"]) == "2")
        #expect(value("daihuo_request_seconds_sum", ["platform": "douyin", "outcome": "answered"]) == "2.04")
        #expect(value("daihuo_request_seconds_sum", ["platform": "p832", "outcome": "no_answer"]) == "120")
        #expect(value("daihuo_retries_total", ["account": "a"]) == "1")
        #expect(value("daihuo_landed_records_total", ["account": "a", "outcome": "inserted"]) == "3")
        #expect(value("daihuo_landed_records_total", ["account": "a", "outcome": "known_refund"]) == "4")
        #expect(value("daihuo_landed_records_total", ["account": "a", "outcome": "parked"]) == nil)
        #expect(value("daihuo_booked_entries_total") == "12")
        #expect(value("daihuo_turns_total", ["account": "a", "outcome": "failed"]) == "1")
        #expect(metrics.families.allSatisfy { $0.help.hasSuffix(".") })
    }

    @Test(
        "however many ask for the page at once, the store is asked once, and is said to be down where it is")
    func page() async throws {
        let asked = Mutex(0)
        let page = MetricsPage(Metrics()) { () throws(ServiceError) in
            let number = asked.withLock { asked in
                asked += 1
                return asked
            }
            try? await Task.sleep(for: .milliseconds(50))
            return [MetricFamily("daihuo_orders", .gauge, "O.", [.init([], .number(Double(number)))])]
        }
        let texts = await withTaskGroup { group in
            for _ in 0..<20 { group.addTask { await page.text() } }
            return await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(asked.withLock { $0 } == 1 && texts.count == 1)
        #expect(texts.first?.contains("daihuo_orders 1\n") == true)
        #expect(texts.first?.contains("daihuo_store_up 1\n") == true)

        let metrics = Metrics()
        metrics.take(.posted(entries: 1, batch: 1))
        let down = MetricsPage(metrics) { () throws(ServiceError) in throw ServiceError(.store, []) }
        let text = await down.text()
        #expect(text.contains("daihuo_store_up 0\n") && text.contains("daihuo_booked_entries_total 1\n"))
    }
}
