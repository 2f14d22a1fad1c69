package import Domain
import Foundation
import Platforms
package import Reports
import Sync

/// `daihuo authorise`: the first tokens of an account, for the code that its shop's consent gave.
package struct Authorisation: Sendable {
    private let workplace: Workplace
    private let account: Account
    private let tokens: AccountTokens
    private let grant: TokenGrant

    /// How long another process that refreshes the tokens is waited for.
    private static let patience = Duration.seconds(75)

    /// The tokens of the account with this id; `code` is `nil` for an app that is the shop's own.
    ///
    /// Throws where the account keeps none, or its platform gives none for that.
    package init(_ id: String, code: String?, _ workplace: Workplace) throws(ServiceError) {
        try workplace.expectReadAccounts([id])
        guard let account = workplace.settings.readAccounts.first(where: { $0.id == id }) else {
            throw ServiceError(.usage, [Notice("workplace.unknown_account", id)])
        }
        let platform = workplace.settings.platforms.platform(named: account.platform)
        guard let issuer = platform?.tokens else {
            throw ServiceError(.usage, [Notice("authorise.no_tokens", id, account.platform)])
        }
        guard let tokens = workplace.tokens(of: account) else {
            throw ServiceError(.usage, [Notice("authorise.nowhere_to_keep", id)])
        }
        grant = code.map(TokenGrant.code) ?? .ownApp
        guard issuer.gives(grant.kind) else {
            let advice = code == nil ? "authorise.code_needed" : "authorise.no_code"
            throw ServiceError(.usage, [Notice(advice, id, account.platform)])
        }
        (self.workplace, self.account, self.tokens) = (workplace, account, tokens)
    }

    /// What would be asked, and where what comes would be kept: no secret.
    package func plan() throws(ServiceError) -> Notice {
        let access = try access()
        let request: PlatformRequest
        do {
            request = try tokens.issuer.request(grant, account: access, now: workplace.now())
        } catch {
            throw ServiceError(.usage, [Notice("authorise.failed", account.id, error.notice)])
        }
        // The query holds secrets.
        let address = String(request.url.prefix { $0 != "?" })
        return Notice("authorise.would_ask", account.id, request.method, address, tokens.file.path)
    }

    /// Asks, and keeps what comes in place of whatever was kept.
    package func run() async throws(ServiceError) -> AuthoriseReport {
        let access = try access()
        let environment = try workplace.syncEnvironment(patience: .zero, sharing: false, progress: { _ in })
        do {
            let lock = try await tokens.file.lock(patience: Self.patience)
            defer { lock.release() }
            let now = workplace.now()
            let issued = try await issued(access, environment)
            let kept = KeptToken(issued, at: now, begunWith: tokens.file.seed.pair()?.begunWith ?? "")
            try tokens.file.write(kept)
            return AuthoriseReport(
                account: account.id, file: tokens.file.path, accessUntil: kept.accessUntil,
                refreshUntil: kept.refreshUntil,
                daysLeft: kept.authorisedUntil.map { workplace.daysLeft(to: $0.day) })
        } catch {
            throw ServiceError(.source, [Notice("authorise.failed", account.id, error.advice)])
        }
    }

    private func issued(
        _ access: AccountAccess, _ environment: SyncEnvironment
    ) async throws(TokenFailure) -> IssuedToken {
        do {
            return try await TokenCall(tokens.issuer, access: access, environment: environment).send(grant)
        } catch {
            guard case .unanswered(let failure) = error, grant.kind == .code else { throw error.failure }
            throw TokenFailure(Notice("authorise.unanswered", failure.advice))
        }
    }

    private func access() throws(ServiceError) -> AccountAccess {
        guard let found = try workplace.accounts([account.id]).first else {
            throw ServiceError(.usage, [Notice("authorise.no_tokens", account.id, account.platform)])
        }
        do {
            return try found.access()
        } catch {
            throw ServiceError(.usage, [error.notice])
        }
    }
}
