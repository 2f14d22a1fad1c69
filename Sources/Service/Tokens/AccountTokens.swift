import Digest
import Domain
import Foundation
import Platforms
import Sync

/// The tokens of an account that are kept: who gives them, and where they stand.
struct AccountTokens: Sendable {
    let account: String
    let issuer: any TokenIssuer
    let file: StoredTokenFile

    /// What is kept now; throws where there is nothing usable.
    func kept() throws(TokenFailure) -> KeptToken { try file.read() }

    /// Whether there is an access token that works, as far as is known.
    func works(at now: Instant) -> Bool {
        guard let kept = try? kept() else { return false }
        return switch kept.step(at: now, issuer.rules) {
        case .use, .ask(isNeeded: false): true
        case .ask, .authorise: false
        }
    }

    /// Whether another access token can be asked for.
    func refreshes(at now: Instant) -> Bool {
        (try? kept()).map { $0.ending(at: now, issuer.rules) == nil } ?? false
    }

    /// The access token as it is now; empty where there is none.
    var accessToken: String { (try? kept().accessToken) ?? "" }
}

extension Workplace {
    /// The tokens of the account with this id; `nil` where a person puts in each.
    func tokens(ofAccount id: String) -> AccountTokens? {
        settings.accounts.first { $0.id == id }.flatMap { tokens(of: $0) }
    }

    /// The tokens of an account; `nil` where a person puts in each.
    func tokens(of account: Account) -> AccountTokens? {
        guard let issuer = settings.platforms.platform(named: account.platform)?.tokens,
            let path = settings.tokenFile(of: account)
        else { return nil }
        return AccountTokens(
            account: account.id, issuer: issuer,
            file: StoredTokenFile(
                path: path, seed: TokenSeed(account, environment), again: issuer.howToAuthorise(account.id)))
    }
}

extension Settings {
    /// Where the tokens of an account are kept: as it says, or beside the store where it gives a refresh token to begin with.
    fileprivate func tokenFile(of account: Account) -> String? {
        if let file = account.tokenFile { return file }
        if account.refreshToken == nil { return nil }
        let shown = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "-_"))
        let name = account.id.addingPercentEncoding(withAllowedCharacters: shown) ?? ""
        return "\(storePath).tokens/\(name).json"
    }
}

/// The pair that a person put in: what is kept begins with it, and begins anew with another one.
struct TokenSeed: Sendable {
    private let accessToken: Secret?
    private let refreshToken: Secret?
    private let environment: [String: String]

    init(_ account: Account, _ environment: [String: String]) {
        (accessToken, refreshToken) = (account.accessToken, account.refreshToken)
        self.environment = environment
    }

    /// The pair as it is now; `nil` where there is none, or it cannot be read any more.
    func pair() -> KeptToken? {
        guard accessToken != nil || refreshToken != nil else { return nil }
        do throws(SettingsError) {
            let access = try accessToken?.read(environment: environment) ?? ""
            let refresh = try refreshToken?.read(environment: environment) ?? ""
            return KeptToken(
                accessToken: access, refreshToken: refresh, begunWith: Self.hash(access, refresh))
        } catch {
            return nil
        }
    }

    /// Tells pairs apart without telling them.
    private static func hash(_ access: String, _ refresh: String) -> String {
        var hash = SHA256()
        hash.update(Array("daihuo \(access)\n\(refresh)".utf8))
        return Array(hash.finalize().prefix(8)).hexadecimal
    }
}
