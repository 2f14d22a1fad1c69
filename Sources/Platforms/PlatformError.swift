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

    /// What the error rests on: how far it counts before the status of the HTTP answer.
    package enum Basis: Hashable, Sendable {
        /// A code of the platform's whose meaning is known: it decides.
        case knownCode
        /// Another code, of which the description says what follows of all others: a status that asks for patience decides.
        case otherCode
        /// No code, or one that may mean anything: the status decides.
        case noCode
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
    package let basis: Basis

    /// An error of a platform.
    package init(
        _ consequence: Consequence, code: String, advice: Notice, contradictsWindow: Bool = false,
        basis: Basis = .noCode
    ) {
        self.consequence = consequence
        self.code = code
        self.advice = advice
        self.contradictsWindow = contradictsWindow
        self.basis = basis
    }

    /// The advice, with the platform's code.
    package var notice: Notice { Notice("platform.error", advice, code) }
}
