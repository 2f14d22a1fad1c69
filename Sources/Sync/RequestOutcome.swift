import HTTP
import Platforms

/// How a request to a platform ended; the raw value is the word that metrics show.
package enum RequestOutcome: String, CaseIterable, Sendable {
    /// A page, or a sound "none".
    case answered
    /// It asks to wait.
    case slowedDown = "slowed_down"
    /// It is busy, or answered nonsense: the same is asked for again.
    case unusable
    /// The access token was not taken.
    case tokenRefused = "token_refused"
    /// More rows than it gives at once.
    case tooLarge = "too_large"
    /// It says no, and a person has to do something.
    case refused
    /// No connection, or none to its end.
    case noAnswer = "no_answer"
    /// We asked no longer.
    case cancelled

    init(_ failure: PageFailure) {
        self =
            switch failure.consequence {
            case .retry: .unusable
            case .slowDown: .slowedDown
            case .splitWindow: .tooLarge
            case .tokenExpired: .tokenRefused
            case .stopAccount: .refused
            }
    }

    init(_ error: HTTPError) {
        self = error.code == .cancelled ? .cancelled : .noAnswer
    }
}
