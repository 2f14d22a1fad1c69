import Domain
import HTTP
import Platforms

/// Fetches pages of one feed, or orders by their numbers, with pacing and retries; keeps the back-off, and the pages on
/// their way, between calls.
struct PageFetcher {
    let account: SyncAccount
    let feed: Feed
    let environment: SyncEnvironment
    /// How long a page is tried.
    private let fullPatience: Duration
    /// The same now; none where another feed has waited for the platform in vain, until it answers again.
    private var patience: Duration
    private(set) var retries = 0
    private var backoff: Backoff
    /// Pages asked for before their turn, in the order of their turns.
    private var ahead: [PageAhead] = []
    /// A platform that called us too fast is asked for one page at a time from then on.
    private var mayAskAhead = true

    /// `patienceMax`: no page is tried longer.
    init(
        account: SyncAccount, feed: Feed, environment: SyncEnvironment, patienceMax: Duration? = nil
    ) {
        self.account = account
        self.feed = feed
        self.environment = environment
        fullPatience = patienceMax.map { min($0, environment.patience) } ?? environment.patience
        patience = fullPatience
        backoff = Backoff(seed: environment.seed)
    }

    /// A page, or what the platform says instead of a page of this window.
    enum Answer {
        case page(RawPage)
        /// The window holds too many rows.
        case tooLarge
        /// The page contradicts its window, however often it is asked for.
        case contradiction(Notice)
    }

    /// The page, tried until the patience ends.
    mutating func fetch(
        _ window: WindowPlan.Window, _ cursor: PageCursor
    ) async throws(SyncError) -> Answer {
        try await fetch(query(window, cursor))
    }

    /// As `fetch(_:_:)`; an order that is asked for by its number belongs to no window.
    mutating func fetch(_ query: PageQuery) async throws(SyncError) -> Answer {
        let attempt = attempt(query)
        var started = takeAhead(attempt.query)
        let clock = ContinuousClock()
        let start = clock.now
        var (tokenTries, contradictions) = (0, 0)
        var tries = 0
        while true {
            do throws(PageFailure) {
                let page =
                    if let first = started.take() { try await first.page() } else { try await attempt.run() }
                backoff.reset()
                patience = fullPatience
                return .page(page)
            } catch {
                // A platform that slows us down, wants another token or says it is too much is there.
                if error.consequence != .retry { patience = fullPatience }
                switch error.consequence {
                case .splitWindow:
                    backoff.reset()
                    return .tooLarge
                case .stopAccount:
                    throw self.error(
                        query, error.advice, isRefusal: true, isAnswer: error.isAnswer,
                        isWithoutToken: error.isWithoutToken)
                case .tokenExpired:
                    tokenTries += 1
                    if tokenTries > SyncLimits.tokenTriesMax {
                        throw self.error(query, error.advice, isRefusal: true, isWithoutToken: true)
                    }
                case .retry, .slowDown: break
                }
                let delay = error.pausedUntil.map { max(.zero, $0 - clock.now) } ?? backoff.next()
                if error.contradictsWindow {
                    contradictions += 1
                    if contradictions > SyncLimits.contradictionsMax || clock.now - start + delay > patience {
                        backoff.reset()
                        return .contradiction(error.advice)
                    }
                }
                if error.consequence == .slowDown {
                    mayAskAhead = false
                    ahead = []
                }
                guard clock.now - start + delay <= patience, !environment.isEnding else {
                    throw self.error(
                        query,
                        tries == 0 ? error.advice : Notice("sync.patience_ended", error.advice, tries),
                        isRefusal: error.pausedUntil != nil && delay > fullPatience,
                        isWithoutToken: error.consequence == .tokenExpired)
                }
                tries += 1
                retries += 1
                environment.report(.retrying(account: account.id, advice: error.advice, delay: delay))
                await environment.pause(delay)
            }
        }
    }

    /// Asks for the pages that come after this one, unless they are on their way: while one page is read, the platform
    /// works on the next.
    ///
    /// A guess that the next answer doesn't confirm is given up by `fetch`.
    mutating func begin(_ window: WindowPlan.Window, after outline: Page) {
        guard mayAskAhead else { return }
        for cursor in [outline.next, outline.nextButOne].compactMap(\.self) {
            let query = query(window, cursor)
            if ahead.contains(where: { $0.query == query }) { continue }
            ahead.append(PageAhead(attempt(query)))
        }
    }

    /// Waits for the platform no longer, until it answers.
    mutating func losePatience() {
        patience = .zero
    }

    /// Gives up what is on its way: the window has ended, or is left.
    mutating func giveUpAhead() {
        ahead = []
    }

    /// The page's request where it is on its way; those before it, and all where it is not, are given up.
    private mutating func takeAhead(_ query: PageQuery) -> PageAhead? {
        let place = ahead.firstIndex { $0.query == query }
        defer { ahead.removeFirst(place.map { $0 + 1 } ?? ahead.count) }
        return place.map { ahead[$0] }
    }

    private func attempt(_ query: PageQuery) -> PageAttempt {
        PageAttempt(account: account, query: query, environment: environment, patience: fullPatience)
    }

    private func query(_ window: WindowPlan.Window, _ cursor: PageCursor) -> PageQuery {
        PageQuery(feed: feed, from: window.from, to: window.to, page: cursor)
    }

    /// The failure of this account at this window.
    func error(_ window: WindowPlan.Window, _ advice: Notice, isRefusal: Bool = false) -> SyncError {
        error(query(window, .first), advice, isRefusal: isRefusal)
    }

    /// The failure of this account at this page or order.
    func error(
        _ query: PageQuery, _ advice: Notice, isRefusal: Bool = false, isAnswer: Bool = false,
        isWithoutToken: Bool = false
    ) -> SyncError {
        let place =
            query.orderID.map { Notice("sync.order", $0) }
            ?? Notice("sync.window", feed.name, query.from, query.to)
        return SyncError(
            account: account.id, place: place, advice: advice, isRefusal: isRefusal, isAnswer: isAnswer,
            isWithoutToken: isWithoutToken)
    }
}
