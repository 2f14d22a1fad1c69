import Domain
import HTTP
import Platforms

/// One try at a page: its turn, the request, the answer's envelope.
struct PageAttempt: Sendable {
    let account: SyncAccount
    let query: PageQuery
    let environment: SyncEnvironment
    /// How long a pause of the platform's is waited for; a pause of our own always is.
    let patience: Duration

    /// The page as far as asking for the next one needs it.
    ///
    /// A token that the platform does not take any more is refreshed once, where that can be done.
    func run() async throws(PageFailure) -> RawPage {
        let access = try await access()
        do {
            return try await page(access)
        } catch  where error.consequence == .tokenExpired && account.tokens != nil {
            return try await page(try await self.access(insteadOf: access.accessToken))
        }
    }

    /// The account's secrets as they are now; `rejected`: the access token that was not taken.
    private func access(insteadOf rejected: String? = nil) async throws(PageFailure) -> AccountAccess {
        let access: AccountAccess
        do {
            access = try account.access()
        } catch {
            throw PageFailure(PlatformError(.stopAccount, code: "secret", advice: error.advice))
        }
        do {
            return try await account.tokens?.access(access, insteadOf: rejected, environment) ?? access
        } catch {
            throw PageFailure(error)
        }
    }

    private func page(_ access: AccountAccess) async throws(PageFailure) -> RawPage {
        let request: PlatformRequest
        do {
            request = try account.platform.request(query, account: access, now: environment.now())
        } catch {
            throw PageFailure(error)
        }
        let turn: Pacer.Turn
        do {
            turn = try await environment.pacer.turn(
                account.call(of: query.feed, access),
                requestsPerSecond: account.requestsPerSecond(of: query.feed),
                patience: max(patience, Backoff.longest))
        } catch {
            throw PageFailure(held: error.end, at: environment.now())
        }
        if let notice = turn.notice { environment.report(.notice(account: account.id, what: notice)) }
        do throws(PageFailure) {
            let page = try await answer(to: HTTPRequest(request), access)
            await environment.pacer.answered(turn)
            return page
        } catch {
            guard error.pausesAll else {
                if Task.isCancelled {
                    await environment.pacer.abandoned(turn)
                } else {
                    await environment.pacer.answered(turn)
                }
                throw error
            }
            let end = await environment.pacer.hold(turn, for: error.retryAfter)
            throw error.pausing(until: end, at: environment.now())
        }
    }

    private func answer(to request: HTTPRequest, _ access: AccountAccess) async throws(PageFailure) -> RawPage
    {
        let start = ContinuousClock.now
        let response: HTTPResponse
        do {
            response = try await environment.client.send(request)
        } catch {
            report(RequestOutcome(error), took: .now - start)
            throw PageFailure(error)
        }
        let took: Duration = .now - start
        let now = environment.now()
        let retryAfter = response.retryAfter(at: now)
        do {
            let page = try RawPage(response, query: query, account: account, access: access, at: now)
            report(.answered, took: took)
            return page
        } catch {
            report(RequestOutcome(error), took: took)
            throw error.asking(retryAfter)
        }
    }

    private func report(_ outcome: RequestOutcome, took: Duration) {
        environment.report(.request(platform: account.platform.name, outcome: outcome, took: took))
    }
}

extension SyncAccount {
    /// What the rate limits of a feed belong to.
    fileprivate func call(of feed: Feed, _ access: AccountAccess) -> PacedCall {
        PacedCall(host: host, appKey: access.appKey, method: feed.method)
    }
}

extension HTTPResponse {
    /// How long the platform asks to wait, by its own clock; nil where it does not say.
    fileprivate func retryAfter(at now: Instant) -> Duration? {
        guard let text = header("Retry-After") else { return nil }
        if let seconds = Int64(text) { return seconds >= 0 ? .seconds(min(seconds, 1 << 32)) : nil }
        let date = dateSeconds("Retry-After")
        return date.map { .seconds(max(0, $0 - (dateSeconds("Date") ?? now.seconds))) }
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
