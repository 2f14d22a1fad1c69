import Domain
import HTTP
import Hash
import JSON
import Platforms

/// Fetches pages of one feed with pacing and retries; keeps the back-off between calls.
struct PageFetcher {
    let account: SyncAccount
    let feed: Feed
    let environment: SyncEnvironment
    private(set) var retries = 0
    private var backoff: Backoff

    init(account: SyncAccount, feed: Feed, environment: SyncEnvironment) {
        self.account = account
        self.feed = feed
        self.environment = environment
        backoff = Backoff(seed: environment.seed)
    }

    /// The page, or `nil` where the platform says that the window holds too many rows.
    mutating func fetch(
        _ window: WindowPlan.Window, _ cursor: PageCursor
    ) async throws(SyncError) -> RawPage? {
        let clock = ContinuousClock()
        let start = clock.now
        var tokenTries = 0
        while true {
            do throws(PageFailure) {
                let page = try await attempt(window, cursor)
                backoff.reset()
                return page
            } catch {
                switch error.consequence {
                case .splitWindow: return nil
                case .stopAccount: throw self.error(window, error.advice)
                case .tokenExpired:
                    tokenTries += 1
                    if tokenTries > SyncLimits.tokenTriesMax { throw self.error(window, error.advice) }
                case .retry, .slowDown: break
                }
                let delay = backoff.next()
                guard clock.now - start + delay <= environment.patience, !Task.isCancelled else {
                    throw self.error(window, "\(error.advice)；已重试 \(retries) 次，本次放弃，下次同步从这里继续")
                }
                retries += 1
                environment.report(.retrying(account: account.id, advice: error.advice, delay: delay))
                if error.consequence == .slowDown { await hold(delay) }
                try? await Task.sleep(for: delay)
            }
        }
    }

    /// The failure of this account at this window.
    func error(_ window: WindowPlan.Window, _ advice: String) -> SyncError {
        SyncError(account: account.id, place: "\(feed.name) \(window.from) 至 \(window.to)", advice: advice)
    }

    private func hold(_ delay: Duration) async {
        guard let access = try? account.access() else { return }
        await environment.pacer.hold(appKey: access.appKey, method: feed.method, for: delay)
    }

    private func attempt(
        _ window: WindowPlan.Window, _ cursor: PageCursor
    ) async throws(PageFailure) -> RawPage {
        let query = PageQuery(feed: feed, from: window.from, to: window.to, page: cursor)
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
            appKey: access.appKey, method: feed.method, requestsPerSecond: account.requestsPerSecond)
        let response: HTTPResponse
        do {
            response = try await environment.client.send(HTTPRequest(request))
        } catch {
            throw PageFailure(error)
        }
        return try RawPage(response, query: query, account: account, access: access, at: environment.now())
    }
}

/// A page whose envelope is read and whose records are not: enough to ask for the next one.
struct RawPage: Sendable {
    let outline: Page
    private let document: JSONDocument
    private let query: PageQuery
    private let platform: any Platform
    private let access: AccountAccess
    private let fetchedAt: Instant

    init(
        _ response: consuming HTTPResponse, query: PageQuery, account: SyncAccount, access: AccountAccess,
        at now: Instant
    ) throws(PageFailure) {
        let failure = PageFailure(status: response.status)
        // Moved out, so that the document need not copy it.
        let body = response.body
        response.body = []
        do {
            document = try JSONDocument(body)
        } catch {
            // A platform may say what is wrong in JSON under any status; without JSON the status counts.
            throw failure ?? PageFailure(PlatformError(.retry, code: "JSON", advice: error.description))
        }
        do {
            outline = try document.read { (root) throws(PlatformError) in
                try account.platform.outline(root, query: query)
            }
        } catch {
            throw failure ?? PageFailure(error)
        }
        if let failure { throw failure }
        self.query = query
        platform = account.platform
        self.access = access
        fetchedAt = now
    }

    /// The page with its records.
    func mapped() -> FetchedPage {
        var page = outline
        let hash = document.read { root in
            platform.records(root, query: query, account: access, into: &page)
            return root.withRawBytes { ContentHash(UnsafeRawBufferPointer($0)) }
        }
        return FetchedPage(page: page, name: name, hash: hash.description, fetchedAt: fetchedAt)
    }

    private var name: String {
        let page =
            switch query.page {
            case .first: "first"
            case .number(let number): String(number)
            case .text(let text): text
            }
        return "\(query.from)…\(query.to) \(page)"
    }
}

extension HTTPRequest {
    init(_ request: PlatformRequest) {
        self.init(
            method: request.method, url: request.url, headers: request.headers.map { ($0.name, $0.value) },
            body: request.body)
    }
}
