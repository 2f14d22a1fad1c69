package import Domain

/// Where the tokens of an account are kept, by whatever process uses them.
package protocol TokenFile: Sendable {
    /// What is kept now, or the pair that a person has put in since; throws where there is none, or it cannot be read.
    func read() throws(TokenFailure) -> KeptToken

    /// Keeps it: once this has returned it is there whatever happens to the machine, and nobody ever reads half of it.
    func write(_ kept: KeptToken) throws(TokenFailure)

    /// The right to ask for tokens, which one has at a time among all processes; it ends with `release`, or its holder.
    func lock(patience: Duration) async throws(TokenFailure) -> any TokenLock
}

/// The right to ask for the tokens of an account.
package protocol TokenLock: AnyObject, Sendable {
    /// Gives it back.
    func release()
}

/// Why there is no token, and what to do.
package struct TokenFailure: Error, Hashable {
    /// No secret.
    package let advice: Notice
    /// Whether trying again soon may help; else only a person does.
    package let isTransient: Bool

    /// A failure.
    package init(_ advice: Notice, isTransient: Bool = false) {
        self.advice = advice
        self.isTransient = isTransient
    }
}
