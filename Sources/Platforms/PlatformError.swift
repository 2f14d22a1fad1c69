package import Domain

/// What a platform answered instead of records, and what follows from it.
package struct PlatformError: Error, Hashable {
    /// What `Sync` does about it.
    package enum Consequence: Hashable, Sendable {
        /// Try again after the back-off: the platform is busy, rate limited or answered nonsense.
        case retry
        /// Rate limited: every account of this (app key, method) waits.
        case slowDown
        /// The window holds more rows than the platform gives: halve it.
        case splitWindow
        /// The access token ran out; the account stops until it has a new one.
        case tokenExpired
        /// Nothing will help but a person: wrong secret, no permission, a wrong setting.
        case stopAccount
    }

    package let consequence: Consequence
    /// The platform's code, as it wrote it: `40003 isv.signature-invalid`.
    package let code: String
    /// What it means and what to do.
    ///
    /// No secret, no personal data.
    package let advice: Notice
    /// Whether the answer is a page that contradicts its window: the total, the page size or the page before.
    ///
    /// If it comes again it ends nothing but this reading of the window, which is read in another way then.
    package let contradictsWindow: Bool

    /// An error of a platform.
    package init(
        _ consequence: Consequence, code: String, advice: Notice, contradictsWindow: Bool = false
    ) {
        self.consequence = consequence
        self.code = code
        self.advice = advice
        self.contradictsWindow = contradictsWindow
    }

    /// The advice, with the platform's code.
    package var notice: Notice { Notice("platform.error", advice, code) }
}
