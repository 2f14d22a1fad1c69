import Domain
import Platforms
import Testing

@testable import Sync

@Suite("Waiting as long as the platform asks", .timeLimit(.minutes(20)))
struct RetryAfterTests {
    private static let tooMany = #"{"code":60000,"msg":"too fast"}"#

    @Test(
        "seconds and dates are obeyed, a date by the platform's own clock",
        arguments: [
            AnswerServer.Answer(status: 429, headers: ["Retry-After": "2"]),
            .init(status: 503, headers: ["Retry-After": "2"]),
            .init(status: 400, headers: ["Retry-After": "2"], body: tooMany),
            .init(
                status: 429,
                headers: [
                    "Date": "Fri, 30 Dec 2022 01:00:00 GMT", "Retry-After": "Fri, 30 Dec 2022 01:00:02 GMT",
                ]),
        ])
    func obeyed(_ answer: AnswerServer.Answer) async throws {
        let server = AnswerServer(answer, .init(body: AnswerServer.emptyPage))
        guard case .page = try await server.read(patience: .seconds(300)) else { throw AnswerServer.NoPage() }
        #expect(server.times.count == 2)
        #expect(server.times[1] - server.times[0] >= .seconds(2))
    }

    @Test(
        "what is no time to wait is none: the pause is our own",
        arguments: ["0", "-5", "soon", "Thu, 01 Dec 2022 01:00:00 GMT", ""])
    func meaningless(_ text: String) async throws {
        let server = AnswerServer(
            .init(status: 429, headers: ["Date": "Fri, 30 Dec 2022 01:00:00 GMT", "Retry-After": text]),
            .init(body: AnswerServer.emptyPage))
        guard case .page = try await server.read() else { throw AnswerServer.NoPage() }
        #expect(server.times.count == 2)
        #expect(server.times[1] - server.times[0] >= .milliseconds(160))
    }

    @Test("a redirect and a refusal are not waited for", arguments: [302, 403])
    func notWaitedFor(_ status: Int) async throws {
        let server = AnswerServer(.init(status: status, headers: ["Retry-After": "1"]))
        let error = try await #require(throws: SyncError.self) { try await server.read() }
        #expect(server.times.count == 1 && error.isRefusal)
        #expect(error.advice.code == "sync.http_status_stops")
    }

    @Test(
        "longer than the patience ends the feed at once, and says until when; others of the call do not even ask"
    )
    func tooLong() async throws {
        let server = AnswerServer(.init(status: 429, headers: ["Retry-After": "3600"]))
        let pacer = Pacer(seed: 1)
        let errors = try await server.listening { port in
            var errors: [SyncError] = []
            for _ in 0..<2 {
                do {
                    _ = try await AnswerServer.read(port: port, pacer: pacer)
                } catch let error as SyncError {
                    errors.append(error)
                }
            }
            return errors
        }
        #expect(server.times.count == 1)
        try #require(errors.count == 2)
        #expect(errors.allSatisfy { $0.isRefusal })
        let until = RowServer.now.advanced(byMilliseconds: 3_600_000).description.prefix(16)
        let before = RowServer.now.advanced(byMilliseconds: 3_599_000).description.prefix(16)
        for (error, code) in zip(errors, ["sync.asks_to_wait", "sync.held"]) {
            let text = "\(error.advice)"
            #expect(text.contains(code) && (text.contains(until) || text.contains(before)), "\(text)")
        }
    }
}
