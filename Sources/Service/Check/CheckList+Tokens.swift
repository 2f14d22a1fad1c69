import Domain
import Platforms
import Reports
import Sync

extension CheckList {
    /// A week: time to ask a shop for its consent anew.
    private static let daysLeftToWarn: Int64 = 7

    /// The days left of every account whose tokens are kept, and of those of which somebody wrote down when they end.
    func tokens(_ workplace: Workplace) -> [CheckReport.Finding] {
        workplace.settings.readAccounts.compactMap { account in
            if let tokens = workplace.tokens(of: account) { return kept(tokens, workplace) }
            return account.tokenUntil.map { stated($0, of: account, workplace) }
        }
    }

    private func stated(
        _ until: BusinessDay, of account: Account, _ workplace: Workplace
    ) -> CheckReport.Finding {
        let daysLeft = Int64(until.number - workplace.now().day.number)
        let what =
            daysLeft > 0 ? Notice("check.token_ends", daysLeft, until) : Notice("check.token_ended", until)
        let severity = Self.severity(daysLeft)
        return .init(
            severity, place: .verbatim(account.id), what: what,
            advice: severity == .ok ? nil : Notice("check.replace_token"))
    }

    private func kept(_ tokens: AccountTokens, _ workplace: Workplace) -> CheckReport.Finding {
        let place = Notice.verbatim(tokens.account)
        let kept: KeptToken
        do {
            kept = try tokens.kept()
        } catch {
            return .init(.error, place: place, what: error.advice)
        }
        let again = tokens.issuer.howToAuthorise(tokens.account)
        let now = workplace.now()
        if let ending = kept.ending(at: now, tokens.issuer.rules) {
            // What is left of the access token is used up, and then nothing follows.
            let isOver =
                kept.accessToken.isEmpty || (kept.accessUntil.map { $0 <= now } ?? (ending != .none))
            if isOver || ending != .none {
                return .init(isOver ? .error : .warning, place: place, what: ending.notice(again))
            }
        }
        guard let until = kept.authorisedUntil else {
            let what = Notice(kept.refreshToken.isEmpty ? "check.token_stays" : "check.token_kept")
            return .init(.ok, place: place, what: what)
        }
        let daysLeft = workplace.daysLeft(to: until.day)
        let severity = Self.severity(max(daysLeft, 1))
        return .init(
            severity, place: place, what: Notice("check.authorisation_ends", daysLeft, until.day),
            advice: severity == .ok ? nil : again)
    }

    /// What has to be refreshed before the account can be asked: whoever only asks does not.
    static func due(_ tokens: AccountTokens) -> CheckReport.Finding {
        .init(.note, of: .source, place: .verbatim(tokens.account), what: Notice("check.token_due"))
    }

    private static func severity(_ daysLeft: Int64) -> CheckReport.Severity {
        daysLeft <= 0 ? .error : daysLeft <= daysLeftToWarn ? .warning : .ok
    }
}
