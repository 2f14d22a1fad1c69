package import Domain

/// Why an account could not be read to the end: where, what, what to do.
///
/// What landed before stays.
package struct SyncError: Error, Hashable {
    package let account: String
    /// The feed and window, as far as known.
    package let place: Notice
    package let advice: Notice
    /// Whether waiting would not have helped: the platform refused what was asked for, it asks to wait longer than we do, or
    /// it could not be asked (a secret, a certificate).
    ///
    /// Else it gave no usable answer until the patience ended, or the sync was cancelled.
    package let isRefusal: Bool
    /// Whether the platform was asked and answered that it does not give what was asked for; anything else may be given.
    package let isAnswer: Bool
    /// Whether there is no access token that the platform takes: nothing of the account can be read.
    package let isWithoutToken: Bool

    /// An account's failure.
    package init(
        account: String, place: Notice, advice: Notice, isRefusal: Bool = false, isAnswer: Bool = false,
        isWithoutToken: Bool = false
    ) {
        self.account = account
        self.place = place
        self.advice = advice
        self.isRefusal = isRefusal
        self.isAnswer = isAnswer
        self.isWithoutToken = isWithoutToken
    }

    /// Where, what, what to do.
    package var notice: Notice { Notice("sync.account_failed", account, place, advice) }
}
