import Domain
import Platforms
import Synchronization
import Testing

@testable import Sync

@Suite("The platform's code and the status of its answer", .timeLimit(.minutes(20)))
struct AnswerStatusTests {
    /// A failure of 抖店.
    private static func douyin(_ status: Int, _ code: Int, _ subCode: String = "") -> AnswerServer.Answer {
        .init(status: status, body: #"{"code":\#(code),"sub_code":"\#(subCode)","msg":"no"}"#)
    }

    @Test(
        "a code that says to wait, or to take another token, is tried again under any status",
        arguments: [
            douyin(400, 60_000), douyin(403, 60_000, "isp.service-error:6"), douyin(404, 20_000),
            douyin(401, 40_003, "isv.access-token-expired"), douyin(500, 40_003, "isv.access-token-expired"),
        ])
    func again(_ answer: AnswerServer.Answer) async throws {
        let server = AnswerServer(answer, .init(body: AnswerServer.emptyPage))
        guard case .page = try await server.read() else { throw AnswerServer.NoPage() }
        #expect(server.times.count == 2)
    }

    @Test(
        "a code that says no is asked once under any status, and the sentence tells it",
        arguments: [200, 400, 401, 429, 500, 503])
    func stop(_ status: Int) async throws {
        let server = AnswerServer(Self.douyin(status, 40_003, "isv.signature-invalid"))
        let error = try await #require(throws: SyncError.self) { try await server.read() }
        #expect(server.times.count == 1 && error.isRefusal && error.isAnswer)
        #expect("\(error.advice)".contains("40003 isv.signature-invalid"))
    }

    @Test("a window that is too full is halved under any status", arguments: [200, 400, 500])
    func split(_ status: Int) async throws {
        let server = AnswerServer(Self.douyin(status, 50_002, "isv.parameter-invalid:20013"))
        guard case .tooLarge = try await server.read() else { throw AnswerServer.NoPage() }
    }

    @Test(
        "without JSON, with another JSON, with a foreign code and with a sound page the status counts",
        arguments: [
            "", "<html>", "{}", "[]", #"{"code":502,"message":"bad gateway"}"#, AnswerServer.emptyPage,
        ])
    func status(_ body: String) async throws {
        let stopped = AnswerServer(.init(status: 403, body: body))
        let error = try await #require(throws: SyncError.self) { try await stopped.read() }
        #expect(stopped.times.count == 1 && error.isRefusal)
        #expect(error.advice.code == "sync.http_status_stops")

        let busy = AnswerServer(.init(status: 502, body: body), .init(body: AnswerServer.emptyPage))
        guard case .page = try await busy.read() else { throw AnswerServer.NoPage() }
        #expect(busy.times.count == 2)
    }

    @Test("a status that accepts no token says to replace the token")
    func unauthorised() async throws {
        let server = AnswerServer(.init(status: 401))
        let error = try await #require(throws: SyncError.self) { try await server.read() }
        #expect(error.advice.code == "sync.http_status_unauthorised" && error.isRefusal && !error.isAnswer)
    }

    @Test(
        "of a described platform the codes that it names decide; of all others the status where it asks for patience",
        arguments: [
            (400, "slow", 2), (403, "busy", 2), (401, "token", 2), (500, "no", 1), (429, "no", 1),
            (503, "other", 2), (429, "other", 2), (400, "other", 1), (401, "other", 1),
        ])
    func declared(_ status: Int, _ code: String, _ asked: Int) async throws {
        let platform = try ProofReading.described(
            "kind: none",
            answer: "success: {path: code, value: ok}, "
                + "errors: {slow: slow_down, busy: retry, token: token_expired, no: stop_account}")
        let server = AnswerServer(
            .init(status: status, body: #"{"code":"\#(code)"}"#), .init(body: #"{"code":"ok","rows":[]}"#))
        do {
            _ = try await server.read(as: platform)
            #expect(asked == 2)
        } catch let error as SyncError {
            #expect(asked == 1 && "\(error.advice)".contains(code))
            // 401 asks for another secret, whatever the request was about.
            #expect(error.isAnswer == (status != 401))
        }
        #expect(server.times.count == asked)
    }
}
