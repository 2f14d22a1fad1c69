import Domain
import HTTP
import JSON
package import Platforms

/// One request for a token: sent once, and what came of it.
package struct TokenCall: Sendable {
    private let issuer: any TokenIssuer
    private let access: AccountAccess
    private let environment: SyncEnvironment

    /// A call with the secrets of an account.
    package init(_ issuer: any TokenIssuer, access: AccountAccess, environment: SyncEnvironment) {
        (self.issuer, self.access, self.environment) = (issuer, access, environment)
    }

    /// Why no token came: what the platform knows of what was sent follows from it.
    package enum Failure: Error, Hashable {
        /// The platform may have taken it, and its answer is lost.
        case unanswered(TokenFailure)
        /// It was not sent, or not looked at.
        case notTaken(TokenFailure)
        /// It was looked at, and is of no use.
        case refused(TokenFailure)

        /// What people are told.
        package var failure: TokenFailure {
            switch self {
            case .unanswered(let failure), .notTaken(let failure), .refused(let failure): failure
            }
        }
    }

    /// Asks.
    package func send(_ grant: TokenGrant) async throws(Failure) -> IssuedToken {
        let askedAt = environment.now()
        var request: HTTPRequest
        do {
            request = HTTPRequest(try issuer.request(grant, account: access, now: askedAt))
        } catch {
            throw .notTaken(TokenFailure(error.notice))
        }
        request.isSentOnce = true
        request.limits = .token
        let response: HTTPResponse
        do {
            response = try await environment.client.send(request)
        } catch {
            let failure = TokenFailure(PageFailure(error).advice, isTransient: error.isTransient)
            throw error.mayHaveArrived ? .unanswered(failure) : .notTaken(failure)
        }
        return try token(in: response, askedAt: askedAt)
    }

    private func token(
        in response: HTTPResponse, askedAt: Instant
    ) throws(Failure) -> IssuedToken {
        let status = PageFailure(status: response.status)
        let document: JSONDocument
        do {
            document = try JSONDocument(response.body)
        } catch {
            throw .of(status, else: TokenFailure(error.notice, isTransient: true))
        }
        let answer = document.read { root in
            Result { () throws(PlatformError) in try issuer.answer(root, askedAt: askedAt) }
        }
        switch answer {
        case .success(let token): return token
        case .failure(let error): throw Failure(error, under: status)
        }
    }
}

extension TokenCall.Failure {
    /// What an answer states; a code whose meaning is known counts before the status.
    fileprivate init(_ error: PlatformError, under status: PageFailure?) {
        let isKnown = error.basis == .knownCode || error.basis == .otherCode && status?.consequence != .retry
        guard isKnown else {
            self = .of(status, else: TokenFailure(error.notice, isTransient: true))
            return
        }
        self =
            switch error.consequence {
            case .retry, .slowDown: .notTaken(TokenFailure(error.notice, isTransient: true))
            // Its advice is about an access token.
            case .tokenExpired: .refused(TokenFailure(Notice("tokens.answered", error.code)))
            case .splitWindow, .stopAccount: .notTaken(TokenFailure(error.notice))
            }
    }

    /// What an answer without a usable word is worth by its status; `unknown` where that is a success.
    fileprivate static func of(_ status: PageFailure?, else unknown: TokenFailure) -> Self {
        guard let status else { return .unanswered(unknown) }
        let failure = TokenFailure(status.advice, isTransient: status.consequence != .stopAccount)
        return status.consequence == .retry ? .unanswered(failure) : .notTaken(failure)
    }
}

extension HTTPLimits {
    /// A token is a few hundred bytes; whoever waits for it holds up the others.
    fileprivate static let token = HTTPLimits(
        connectMilliseconds: 10_000, totalMilliseconds: 60_000, stalledMilliseconds: 20_000,
        bodyBytesMax: 1_000_000)
}
