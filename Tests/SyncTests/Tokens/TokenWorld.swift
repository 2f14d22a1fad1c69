import Domain
import HTTPTypes
import HummingbirdCore
import JSON
import NIOCore
import Platforms
import Synchronization

@testable import Sync

/// The server of the token tests, as simple as can be: one pair is in force, and a refresh token works once.
final class TokenWorld: Sendable {
    /// What becomes of a request for tokens.
    enum Fate: CaseIterable { case answered, lost, busy, unavailable }

    struct State {
        var number = 0
        /// How often each refresh token arrived, but for those that were answered with "busy".
        var arrivals: [String: Int] = [:]
        var refreshes = 0
        var lost = 0
        var discarded = 0
        var fates: [Fate] = []
        var expiredNumber = -1
        var delay = Duration.zero
        var access: String { "a\(number)" }
        var refresh: String { "r\(number)" }
    }

    let state = Mutex(State())

    init(_ fates: [Fate] = []) { state.withLock { $0.fates = fates } }

    /// Whatever is in force ends now: the server takes the access token no more.
    func expire() {
        state.withLock { $0.isExpired = true }
    }

    /// From now on answers take so long.
    func delay(_ delay: Duration) { state.withLock { $0.delay = delay } }

    /// As `respond`, after the delay: what is answered is done before.
    func slowly(_ request: Request) async throws -> Response {
        let response = try respond(request)
        try await Task.sleep(for: state.withLock { $0.delay })
        return response
    }

    /// The answer to a request; throws where it is lost on the way.
    func respond(_ request: Request) throws -> Response {
        let token = request.uri.queryParameters["token"].map(String.init) ?? ""
        if request.uri.path == "/refresh" { return try refresh(token) }
        return state.withLock { state in
            token == state.access && !state.isExpired
                ? Self.response(AnswerServer.emptyPage)
                : Self.response(#"{"code":40003,"sub_code":"isv.access-token-expired"}"#)
        }
    }

    private func refresh(_ token: String) throws -> Response {
        let (fate, answer) = state.withLock { state -> (Fate, String) in
            let fate = state.fates.isEmpty ? Fate.answered : state.fates.removeFirst()
            if fate == .busy { return (fate, #"{"state":"busy"}"#) }
            state.arrivals[token, default: 0] += 1
            // A gateway answers before anybody has looked at it.
            if fate == .unavailable { return (fate, "") }
            guard token == state.refresh else {
                state.discarded += 1
                return (.answered, #"{"state":"discarded"}"#)
            }
            state.number += 1
            state.refreshes += 1
            state.isExpired = false
            if fate == .lost { state.lost += 1 }
            return (fate, #"{"state":"ok","access":"\#(state.access)","refresh":"\#(state.refresh)"}"#)
        }
        if fate == .lost { throw Lost() }
        return fate == .unavailable ? Self.response("down", status: 503) : Self.response(answer)
    }

    private struct Lost: Error {}

    private static func response(_ body: String, status: Int = 200) -> Response {
        Response(
            status: HTTPResponse.Status(code: status),
            body: ResponseBody(byteBuffer: ByteBuffer(string: body)))
    }
}

extension TokenWorld.State {
    var isExpired: Bool {
        get { expiredNumber == number }
        set { expiredNumber = newValue ? number : -1 }
    }
}

/// The tokens of `TokenWorld`.
struct WorldTokens: TokenIssuer {
    let rules = TokenRules(isSingleUse: true, asksAfterLostAnswer: 1)

    func gives(_ kind: TokenGrant.Kind) -> Bool { kind == .refresh }

    func request(
        _ grant: TokenGrant, account: AccountAccess, now: Instant
    ) throws(PlatformError) -> PlatformRequest {
        guard case .refresh(let token) = grant else {
            throw PlatformError(.stopAccount, code: "", advice: Notice("sync.cancelled"))
        }
        return PlatformRequest(method: "GET", url: "\(account.baseURL)/refresh?token=\(token)")
    }

    func answer(_ root: JSONView, askedAt: Instant) throws(PlatformError) -> IssuedToken {
        let state = root["state"]?.textIfPresent() ?? ""
        guard state == "ok", let access = root["access"]?.textIfPresent() else {
            throw PlatformError(
                state == "busy" ? .retry : .tokenExpired, code: state, advice: Notice("sync.cancelled"),
                basis: .knownCode)
        }
        return IssuedToken(
            accessToken: access, refreshToken: root["refresh"]?.textIfPresent(), accessUntil: nil,
            refreshUntil: nil)
    }
}

/// A disk that several processes share; each write may be the last thing that its process does.
final class SharedDisk: Sendable {
    struct State {
        var kept: KeptToken
        /// Every access token that was ever on it.
        var seen: Set<String>
        var isLocked = false
    }

    let state: Mutex<State>

    init() {
        let kept = KeptToken(accessToken: "a0", refreshToken: "r0", begunWith: "")
        state = Mutex(State(kept: kept, seen: ["a0"]))
    }

    var kept: KeptToken { state.withLock { $0.kept } }
}

/// One process's view of the disk.
final class DiskFile: TokenFile {
    private let disk: SharedDisk
    /// After so many writes the process is gone: what it wanted to write is not written.
    private let writesLeft: Mutex<Int>

    init(_ disk: SharedDisk, writesLeft: Int = .max) {
        self.disk = disk
        self.writesLeft = Mutex(writesLeft)
    }

    var isGone: Bool { writesLeft.withLock { $0 == 0 } }

    func read() throws(TokenFailure) -> KeptToken { disk.kept }

    func write(_ kept: KeptToken) throws(TokenFailure) {
        let isGone = writesLeft.withLock { left in
            if left > 0 { left -= 1 }
            return left == 0
        }
        if isGone { throw TokenFailure(Notice("sync.cancelled")) }
        disk.state.withLock { state in
            state.kept = kept
            state.seen.insert(kept.accessToken)
        }
    }

    func lock(patience: Duration) async throws(TokenFailure) -> any TokenLock {
        while !(disk.state.withLock { state in
            defer { state.isLocked = true }
            return !state.isLocked
        }) {
            try? await Task.sleep(for: .milliseconds(1))
        }
        return DiskLock(disk)
    }
}

private final class DiskLock: TokenLock {
    private let disk: SharedDisk
    init(_ disk: SharedDisk) { self.disk = disk }
    func release() { disk.state.withLock { $0.isLocked = false } }
}
