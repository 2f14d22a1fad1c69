import Domain
import HTTP
import Platforms

/// Why an account could not be read to the end: where, what, what to do.
///
/// What landed before stays.
package struct SyncError: Error, Hashable, CustomStringConvertible {
    package let account: String
    /// The feed and window, as far as known.
    package let place: String
    package let advice: String
    /// Whether waiting would not have helped: the platform refused what was asked for, or it could not be asked (a
    /// secret, a certificate).
    ///
    /// Else it gave no usable answer until the patience ended, or the sync was cancelled.
    package let isRefusal: Bool

    /// An account's failure.
    package init(account: String, place: String, advice: String, isRefusal: Bool = false) {
        self.account = account
        self.place = place
        self.advice = advice
        self.isRefusal = isRefusal
    }

    package var description: String { "账号 \(account)，\(place)：\(advice)" }
}

/// Why one try at a page failed, and what follows.
struct PageFailure: Error {
    let consequence: PlatformError.Consequence
    let advice: String

    init(_ error: PlatformError) {
        consequence = error.consequence
        advice = error.description
    }

    init(_ error: HTTPError) {
        consequence = error.isTransient ? .retry : .stopAccount
        advice = "连接平台失败（\(error.code)，\(error.detail)）；请检查网络、base_url 与证书"
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
            ? "平台返回 HTTP \(status)；请检查 base_url 与授权" : "平台返回 HTTP \(status)；稍后会自动重试"
    }
}
