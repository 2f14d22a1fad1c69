import Domain
import Foundation
import HTTP
import Reports
import Synchronization
import Testing

@testable import Service

@Suite("Alarms that are posted", .timeLimit(.minutes(5)))
struct WebhookTests {
    private static let since = Instant(seconds: 1_672_329_600)

    private static func alarm(_ state: Alarm.State = .raised, account: String? = "县馆\"1\"") -> Alarm {
        Alarm(
            subject: .init(.accountSilent, account: account), state: state, level: .error, since: since,
            what: Notice("alarm.status", 418))
    }

    private static func webhook(
        _ address: String, pauses: [Duration] = [.milliseconds(1), .milliseconds(1), .milliseconds(1)]
    ) throws -> Webhook {
        Webhook(
            client: try HTTPClient(configuration: HTTPConfiguration()), language: .english, pauses: pauses,
            // On a busy machine an answer takes its time.
            limits: HTTPLimits(
                connectMilliseconds: 300_000, totalMilliseconds: 300_000, stalledMilliseconds: 300_000,
                bodyBytesMax: 100_000),
            address: { () throws(SettingsError) in address })
    }

    @Test("an alarm arrives as JSON, with its sentence and its words")
    func json() async throws {
        let asked = Mutex<[Loopback.Asked]>([])
        let failure = try await Loopback.answer(
            with: { request in
                asked.withLock { $0.append(request) }
                return 204
            },
            while: { address in try await Self.webhook("\(address)/hook?key=s3cret").post(Self.alarm()) })
        let request = try #require(asked.withLock { $0.first })
        #expect(failure == nil && asked.withLock { $0.count } == 1)
        #expect(request.method == "POST" && request.path == "/hook?key=s3cret")
        #expect(request.contentType == "application/json; charset=utf-8")
        let json = try JSONSerialization.jsonObject(with: Data(request.body)) as? [String: String]
        #expect(
            json == [
                "text": "HTTP 418 was answered", "code": "account_silent", "account": "县馆\"1\"",
                "since": "2022-12-30T00:00:00+08:00", "level": "error", "state": "raised",
            ])
    }

    @Test(
        "what may pass is tried four times, what does not once; the address is in nothing that is told",
        arguments: [(500, 4), (503, 4), (429, 4), (404, 1), (403, 1), (302, 1)])
    func tries(status: Int, count: Int) async throws {
        let asked = Mutex(0)
        let failure = try await Loopback.answer(
            with: { _ in
                asked.withLock { $0 += 1 }
                return status
            },
            while: { address in
                let failure = try await Self.webhook("\(address)/s3cret").post(Self.alarm())
                return (failure?.text(in: .english), address)
            })
        #expect(asked.withLock { $0 } == count)
        let tries = count == 1 ? "1 try" : "\(count) tries"
        #expect(
            failure.0
                == "the alarm was not sent: HTTP \(status) was answered (\(tries)); check webhook of alarms")
    }

    @Test("an answer after failures is an answer")
    func secondTry() async throws {
        let asked = Mutex(0)
        let failure = try await Loopback.answer(
            with: { _ in
                asked.withLock { asked in
                    asked += 1
                    return asked < 3 ? 500 : 200
                }
            }, while: { try await Self.webhook($0).post(Self.alarm()) })
        #expect(failure == nil && asked.withLock { $0 } == 3)
    }

    @Test("nobody there is told by what happened, not by where")
    func nobody() async throws {
        let failure = try await Self.webhook("http://127.0.0.1:9/s3cret").post(Self.alarm())
        let text = try #require(failure).text(in: .english)
        #expect(text == "the alarm was not sent: no connection (4 tries); check webhook of alarms")
    }

    @Test(
        "alarms arrive one after the other, in the order in which they were told; those that cannot are told")
    func desk() async throws {
        let told = Mutex<[String]>([])
        let arrived = Mutex<[String]>([])
        let (failures, failed) = AsyncStream<String>.makeStream()
        let start = Self.since
        try await Loopback.answer(
            with: { request in
                let json = try? JSONSerialization.jsonObject(with: Data(request.body)) as? [String: Any]
                let words = ["state", "code"].map { json?[$0] as? String ?? "?" }
                arrived.withLock { $0.append(words.joined(separator: " ")) }
                return words[1] == "configuration_broken" ? 400 : 200
            },
            while: { address in
                let desk = AlarmDesk(
                    rules: AlarmRules(), webhook: try Self.webhook(address),
                    tell: { alarm in
                        told.withLock { $0.append("\(alarm.state) \(alarm.subject.kind.rawValue)") }
                    },
                    notSent: { notice in failed.yield(notice.code) })
                let sending = Task { await desk.send() }
                var facts = AlarmFacts(accounts: [], storeProblem: Notice("backup.no_batch"))
                desk.look(at: facts, now: start)
                facts.configurationProblem = Notice("backup.no_batch")
                desk.look(at: facts, now: start)
                facts.storeProblem = nil
                desk.look(at: facts, now: start)
                // The one that is not taken lies between two that are.
                for await failure in failures {
                    #expect(failure == "alarm.not_sent")
                    break
                }
                while arrived.withLock({ $0.count }) < 3 { try await Task.sleep(for: .milliseconds(5)) }
                sending.cancel()
                await sending.value
            })
        #expect(
            arrived.withLock { $0 } == [
                "raised store_failed", "raised configuration_broken", "over store_failed",
            ])
        #expect(
            told.withLock { $0 } == [
                "raised store_failed", "raised configuration_broken", "over store_failed",
            ])
    }

    @Test("without an address alarms are told, and nothing waits to be sent")
    func noAddress() async {
        let told = Mutex(0)
        let desk = AlarmDesk(
            rules: AlarmRules(), webhook: nil, tell: { _ in told.withLock { $0 += 1 } },
            notSent: { _ in Issue.record("nothing was to be sent") })
        for minute in 0..<500 {
            let problem = minute.isMultiple(of: 2) ? Notice("backup.no_batch") : nil
            desk.look(at: AlarmFacts(accounts: [], storeProblem: problem), now: Self.since)
        }
        #expect(told.withLock { $0 } == 500)
    }

    @Test("what an address that never answers leaves waiting is bounded, and told of")
    func bounded() throws {
        let dropped = Mutex<[String]>([])
        let desk = AlarmDesk(
            rules: AlarmRules(), webhook: try Self.webhook("http://127.0.0.1:9"), tell: { _ in },
            notSent: { notice in dropped.withLock { $0.append(notice.code) } })
        for minute in 0..<150 {
            let problem = minute.isMultiple(of: 2) ? Notice("backup.no_batch") : nil
            desk.look(at: AlarmFacts(accounts: [], storeProblem: problem), now: Self.since)
        }
        #expect(dropped.withLock { $0 } == Array(repeating: "alarm.too_many", count: 50))
    }
}
