package import Domain
package import HTTP
import Platforms

/// Why one try at a page failed, and what follows.
struct PageFailure: Error {
    let consequence: PlatformError.Consequence
    private(set) var advice: Notice
    /// Whether the platform was asked and said so.
    let isAnswer: Bool
    /// Whether a page contradicts its window.
    var contradictsWindow = false
    /// Whether there is no access token to ask with.
    private(set) var isWithoutToken = false
    /// How long the platform asks to wait.
    private(set) var retryAfter: Duration?
    /// Until when nobody asks for the like; nil: whoever has failed decides.
    private(set) var pausedUntil: ContinuousClock.Instant?

    /// An error in the platform's terms: its answer, or why it cannot be asked.
    init(_ error: PlatformError, isAnswer: Bool = false) {
        consequence = error.consequence
        advice = error.notice
        self.isAnswer = isAnswer
        contradictsWindow = error.contradictsWindow
    }

    /// An answer of the platform's under a status that is a failure by itself, or `nil`, a success.
    ///
    /// The platform's own code decides as far as it is known, whatever a gateway made of the status.
    init(_ error: PlatformError, under status: PageFailure?) {
        guard let status else {
            self.init(error, isAnswer: true)
            return
        }
        switch error.basis {
        case .knownCode: self.init(error, isAnswer: true)
        case .otherCode where status.consequence == .stopAccount:
            self.init(error, isAnswer: status.isAnswer)
        case .otherCode, .noCode: self = status
        }
    }

    init(_ error: HTTPError) {
        consequence = error.isTransient ? .retry : .stopAccount
        advice = Notice("sync.no_connection", error.what, error.place)
        isAnswer = false
    }

    /// There is no access token to ask with.
    init(_ error: TokenFailure) {
        consequence = error.isTransient ? .retry : .stopAccount
        advice = error.advice
        isAnswer = false
        isWithoutToken = true
    }

    init?(status: Int) {
        switch status {
        case 200..<300: return nil
        case 429: consequence = .slowDown
        case 408, 425, 500...: consequence = .retry
        default: consequence = .stopAccount
        }
        advice =
            switch (consequence, status) {
            case (.stopAccount, 401): Notice("sync.http_status_unauthorised", status)
            case (.stopAccount, _): Notice("sync.http_status_stops", status)
            default: Notice("sync.http_status_retries", status)
            }
        // 401 asks for another token or secret, whatever the request was about.
        isAnswer = 400..<500 ~= status && status != 401
    }

    /// The platform has asked everyone to wait longer than this page is waited for.
    init(held end: ContinuousClock.Instant, at now: Instant) {
        consequence = .slowDown
        advice = Notice("sync.held", now.advanced(to: end))
        isAnswer = false
        pausedUntil = end
    }

    /// Whether nobody may ask for the like for a while.
    var pausesAll: Bool { consequence == .slowDown || consequence == .retry && retryAfter != nil }

    /// The same, of a platform that says how long to wait.
    func asking(_ retryAfter: Duration?) -> PageFailure {
        var failure = self
        failure.retryAfter = retryAfter
        return failure
    }

    /// The same, and nobody asks before that.
    func pausing(until end: ContinuousClock.Instant, at now: Instant) -> PageFailure {
        var failure = self
        failure.pausedUntil = end
        if retryAfter != nil { failure.advice = Notice("sync.asks_to_wait", advice, now.advanced(to: end)) }
        return failure
    }
}

extension HTTPError {
    /// What happened, for people.
    package var what: Notice {
        switch code {
        case .cannotResolve: Notice("sync.cannot_resolve")
        case .cannotConnect: Notice("sync.cannot_connect")
        case .timedOut: Notice("sync.timed_out")
        case .stalled: Notice("sync.stalled")
        case .tls: Notice("sync.no_trust")
        case .bodyTooLarge: Notice("sync.body_too_large")
        case .bodyCutShort: Notice("sync.body_cut_short")
        case .reset: Notice("sync.reset")
        case .invalidURL: Notice("sync.invalid_url")
        case .invalidRequest: Notice("sync.invalid_request")
        case .cancelled: Notice("sync.cancelled")
        case .other(let curl): Notice("sync.curl_failure", curl)
        }
    }
}

extension Instant {
    /// The instant of the wall clock at which the other clock shows `end`.
    fileprivate func advanced(to end: ContinuousClock.Instant) -> Instant {
        advanced(byMilliseconds: Int64((end - .now) / .milliseconds(1)))
    }
}
