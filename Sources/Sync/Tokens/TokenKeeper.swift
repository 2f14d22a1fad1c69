package import Domain
package import Platforms

/// Keeps the access token of an account alive, for all requests of one run.
///
/// Tokens are read anew for every request: another process may have refreshed them. One asks at a time, and looks once more
/// before it does. That it asks is on disk before it asks, and what came is on disk before it is used (docs/decisions/0028).
package actor TokenKeeper {
    private let account: String
    private let issuer: any TokenIssuer
    private let file: any TokenFile
    /// Another pair was asked for because of a rejection: it is not, a second time.
    private var hasRenewedRejected = false
    /// Until when it is not asked for one that is not needed yet.
    private var restsUntil: ContinuousClock.Instant?
    private var hasWarned = false
    /// The last time that it was asked, one after the other.
    private var underway: Task<Result<String, TokenFailure>, Never>?

    /// How long whoever asks is waited for: longer than its request may take.
    private static let patience = Duration.seconds(75)
    /// How long a token that still works is used, after asking for another one failed.
    private static let rest = Duration.seconds(300)

    /// The keeper of an account's tokens.
    package init(account: String, issuer: any TokenIssuer, file: any TokenFile) {
        (self.account, self.issuer, self.file) = (account, issuer, file)
    }

    /// The access with a token that works as far as is known; `rejected`: the token that the platform has just not taken.
    ///
    /// Throws where there is none, with what to do. A rejection makes it ask for another pair once.
    func access(
        _ access: AccountAccess, insteadOf rejected: String? = nil, _ environment: SyncEnvironment
    ) async throws(TokenFailure) -> AccountAccess {
        let kept = try file.read()
        let step = kept.step(at: environment.now(), issuer.rules, rejected: rejected)
        guard case .ask(let isNeeded) = step else {
            if case .use = step { warn(of: kept, environment) }
            return access.with(accessToken: try usable(kept, step))
        }
        if !isNeeded, let restsUntil, restsUntil > .now { return access.with(accessToken: kept.accessToken) }
        do throws(TokenFailure) {
            let token = try await refreshedToTheEnd(access, rejected, environment)
            if token == kept.accessToken { restsUntil = .now + Self.rest }
            return access.with(accessToken: token)
        } catch {
            if isNeeded { throw error }
            restsUntil = .now + Self.rest
            environment.report(
                .notice(account: account, what: Notice("tokens.not_refreshed", error.advice)))
            return access.with(accessToken: kept.accessToken)
        }
    }

    /// Waits for what was asked and is still on its way: a process that ended before would lose the answer.
    func settle() async {
        _ = await underway?.value
    }

    /// As `refreshed`; whoever gives up waiting (a page that is not wanted any more) does not cut off the answer.
    private func refreshedToTheEnd(
        _ access: AccountAccess, _ rejected: String?, _ environment: SyncEnvironment
    ) async throws(TokenFailure) -> String {
        let before = underway
        let task = Task { () -> Result<String, TokenFailure> in
            _ = await before?.value
            do throws(TokenFailure) {
                return .success(try await refreshed(access, rejected, environment))
            } catch {
                return .failure(error)
            }
        }
        underway = task
        return try await task.value.get()
    }

    /// The access token after whoever is first has refreshed it.
    private func refreshed(
        _ access: AccountAccess, _ rejected: String?, _ environment: SyncEnvironment
    ) async throws(TokenFailure) -> String {
        let lock = try await file.lock(patience: Self.patience)
        defer { lock.release() }
        let kept = try file.read()
        let now = environment.now()
        let step = kept.step(at: now, issuer.rules, rejected: rejected)
        guard case .ask = step else { return try usable(kept, step) }
        let isRejected = rejected == kept.accessToken
        if isRejected, hasRenewedRejected { throw TokenFailure(Notice("tokens.rejected_again", again)) }
        try file.write(kept.asking(at: now))
        let issued: IssuedToken
        do {
            issued = try await TokenCall(issuer, access: access, environment: environment)
                .send(.refresh(kept.refreshToken))
        } catch {
            throw try failure(error, of: kept, at: now)
        }
        try file.write(kept.renewed(by: issued, at: now))
        if isRejected { hasRenewedRejected = true }
        return issued.accessToken
    }

    /// Writes what is known after no token came, and tells what follows.
    private func failure(
        _ failure: TokenCall.Failure, of kept: KeptToken, at now: Instant
    ) throws(TokenFailure) -> TokenFailure {
        let asking = kept.asking(at: now)
        switch failure {
        case .notTaken(let failure):
            try file.write(asking.notAsked())
            return TokenFailure(Notice("tokens.not_given", failure.advice), isTransient: failure.isTransient)
        case .refused(let failure):
            try file.write(asking.refused())
            return TokenFailure(Notice("tokens.refused", failure.advice, again))
        case .unanswered(let failure):
            // A token that works any number of times may be asked for as often as anything else.
            guard asking.ending(at: now, issuer.rules) != nil else {
                return TokenFailure(Notice("tokens.not_given", failure.advice), isTransient: true)
            }
            return TokenFailure(Notice("tokens.unanswered", again))
        }
    }

    private func usable(_ kept: KeptToken, _ step: KeptToken.Step) throws(TokenFailure) -> String {
        guard case .authorise(let ending) = step else { return kept.accessToken }
        throw TokenFailure(ending.notice(again))
    }

    /// Says once that the access token still works, and that nothing will come after it.
    private func warn(of kept: KeptToken, _ environment: SyncEnvironment) {
        guard !hasWarned, kept.accessUntil != nil,
            let ending = kept.ending(at: environment.now(), issuer.rules), ending != .none
        else { return }
        hasWarned = true
        environment.report(.notice(account: account, what: ending.notice(again)))
    }

    private var again: Notice { issuer.howToAuthorise(account) }
}

extension TokenIssuer {
    /// What to do where nothing else gives a token: the command, or where the pair is put in.
    package func howToAuthorise(_ account: String) -> Notice {
        if gives(.ownApp) { return Notice("tokens.authorise_by_code_or_app", account) }
        return Notice(gives(.code) ? "tokens.authorise_by_code" : "tokens.authorise_by_hand", account)
    }
}

extension KeptToken.Ending {
    /// Why there is no token, and what to do.
    package func notice(_ again: Notice) -> Notice {
        switch self {
        case .none: Notice("tokens.none", again)
        case .refused: Notice("tokens.refused_before", again)
        case .expired: Notice("tokens.expired", again)
        case .unanswered: Notice("tokens.unanswered", again)
        }
    }
}
