import Domain
import Synchronization
import Testing

@testable import Sync

@Suite("How requests end, as metrics count them", .timeLimit(.minutes(5)))
struct RequestOutcomeTests {
    /// What was told of requests while the first page of these answers was read.
    private static func told(_ answers: AnswerServer.Answer...) async -> [RequestOutcome] {
        let told = Mutex<[RequestOutcome]>([])
        let server = AnswerServer(answers[0], answers.last ?? answers[0])
        _ = try? await server.read(patience: .seconds(1)) { event in
            guard case .request(let platform, let outcome, let took) = event else { return }
            #expect(platform == "douyin" && took > .zero && took < .seconds(60))
            told.withLock { $0.append(outcome) }
        }
        return told.withLock { $0 }
    }

    @Test(
        "each request is told of once, by what the platform said",
        arguments: [
            (AnswerServer.Answer(status: 500), RequestOutcome.unusable),
            (.init(body: "no JSON"), .unusable),
            (.init(status: 404), .refused),
            (.init(body: #"{"code":30002,"msg":"x","sub_code":"isv.access-token-expired"}"#), .tokenRefused),
        ])
    func outcomes(answer: AnswerServer.Answer, outcome: RequestOutcome) async {
        let told = await Self.told(answer, .init(body: AnswerServer.emptyPage))
        #expect(told.first == outcome, "\(told)")
        #expect(told.dropFirst().allSatisfy { $0 == .answered } && told.count <= 2, "\(told)")
    }

    @Test("a platform that asks to wait is told of as that")
    func slowedDown() async {
        #expect(await Self.told(.init(status: 429, headers: ["Retry-After": "3600"])) == [.slowedDown])
    }

    @Test("where nobody listens there is no answer, each time that it is tried")
    func nobody() async throws {
        let told = Mutex<[RequestOutcome]>([])
        _ = try? await AnswerServer.read(port: 9, patience: .seconds(1), pacer: Pacer(seed: 1)) { event in
            if case .request(_, let outcome, _) = event { told.withLock { $0.append(outcome) } }
        }
        let outcomes = told.withLock { $0 }
        #expect(!outcomes.isEmpty && outcomes.allSatisfy { $0 == .noAnswer }, "\(outcomes)")
    }
}
