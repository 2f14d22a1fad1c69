import Domain
import HTTP
import Platforms

/// One try at a page: its turn, the request, the answer's envelope.
struct PageAttempt: Sendable {
    let account: SyncAccount
    let query: PageQuery
    let environment: SyncEnvironment

    /// The page as far as asking for the next one needs it.
    func run() async throws(PageFailure) -> RawPage {
        let access: AccountAccess
        do {
            access = try account.access()
        } catch {
            throw PageFailure(PlatformError(.stopAccount, code: "secret", advice: error.advice))
        }
        let request: PlatformRequest
        do {
            request = try account.platform.request(query, account: access, now: environment.now())
        } catch {
            throw PageFailure(error)
        }
        try? await environment.pacer.turn(
            appKey: access.appKey, method: query.feed.method,
            requestsPerSecond: account.requestsPerSecond(of: query.feed))
        let response: HTTPResponse
        do {
            response = try await environment.client.send(HTTPRequest(request))
        } catch {
            throw PageFailure(error)
        }
        return try RawPage(response, query: query, account: account, access: access, at: environment.now())
    }
}

/// A page that is asked for before its turn; given up when nobody holds it any more.
final class PageAhead: Sendable {
    let query: PageQuery
    private let task: Task<Result<RawPage, PageFailure>, Never>

    init(_ attempt: PageAttempt) {
        query = attempt.query
        task = Task {
            do throws(PageFailure) {
                return .success(try await attempt.run())
            } catch {
                return .failure(error)
            }
        }
    }

    deinit { task.cancel() }

    /// What came of it.
    func page() async throws(PageFailure) -> RawPage {
        try await withTaskCancellationHandler {
            await task.value
        } onCancel: {
            task.cancel()
        }.get()
    }
}

extension HTTPRequest {
    init(_ request: PlatformRequest) {
        self.init(
            method: request.method, url: request.url, headers: request.headers.map { ($0.name, $0.value) },
            body: request.body)
    }
}
