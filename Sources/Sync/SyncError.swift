package import Domain
import HTTP
import Platforms

/// Why an account could not be read to the end: where, what, what to do.
///
/// What landed before stays.
package struct SyncError: Error, Hashable {
    package let account: String
    /// The feed and window, as far as known.
    package let place: Notice
    package let advice: Notice
    /// Whether waiting would not have helped: the platform refused what was asked for, or it could not be asked (a
    /// secret, a certificate).
    ///
    /// Else it gave no usable answer until the patience ended, or the sync was cancelled.
    package let isRefusal: Bool
    /// Whether the platform was asked and answered that it does not give what was asked for; anything else may be given.
    package let isAnswer: Bool

    /// An account's failure.
    package init(
        account: String, place: Notice, advice: Notice, isRefusal: Bool = false, isAnswer: Bool = false
    ) {
        self.account = account
        self.place = place
        self.advice = advice
        self.isRefusal = isRefusal
        self.isAnswer = isAnswer
    }

    /// Where, what, what to do.
    package var notice: Notice { Notice("sync.account_failed", account, place, advice) }
}

extension HTTPError {
    /// What happened, for people.
    fileprivate var what: Notice {
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

/// Why one try at a page failed, and what follows.
struct PageFailure: Error {
    let consequence: PlatformError.Consequence
    let advice: Notice
    /// Whether the platform was asked and said so.
    let isAnswer: Bool
    /// Whether a page contradicts its window.
    var contradictsWindow = false

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

    init?(status: Int) {
        switch status {
        case 200..<300: return nil
        case 429: consequence = .slowDown
        case 408, 425, 500...: consequence = .retry
        default: consequence = .stopAccount
        }
        advice =
            consequence == .stopAccount
            ? Notice("sync.http_status_stops", status) : Notice("sync.http_status_retries", status)
        // 401 asks for another token or secret, whatever the request was about.
        isAnswer = 400..<500 ~= status && status != 401
    }
}
