import Domain
import Platforms
package import Reports
import Sync

extension Workplace {
    /// The days left of each account that is kept or of which somebody wrote down when its token ends, in a run's report.
    package func noteTokens(in report: inout RunReport) {
        for (place, account) in report.accounts.enumerated() {
            report.accounts[place].tokenDaysLeft = tokenDaysLeft(of: account.id)
        }
    }

    /// How many days an account can be read yet without a person, 0 on the last one; `nil` where nobody says.
    package func tokenDaysLeft(of id: String) -> Int64? {
        settings.accounts.first { $0.id == id }.flatMap(tokenEnd).map { daysLeft(to: $0) }
    }

    /// How many days it is until a person has to authorise an account, for alarms; `.max` where tokens renew themselves and still
    /// do, `nil` where nobody knows.
    ///
    /// A refresh token that each refresh replaces is never long before its end: that is as it should be until the access token
    /// ends without having been refreshed.
    func daysToAuthorise(_ id: String) -> Int64? {
        if let tokens = settings.accounts.first(where: { $0.id == id }).flatMap(tokens),
            let kept = try? tokens.kept(), tokens.issuer.rules.isSingleUse,
            kept.ending(at: now(), tokens.issuer.rules) == nil, kept.accessUntil.map({ $0 > now() }) ?? true
        {
            return .max
        }
        return tokenDaysLeft(of: id)
    }

    /// The last day on which an account can be read without a person; `nil` where nobody says.
    private func tokenEnd(of account: Account) -> BusinessDay? {
        guard let tokens = tokens(of: account) else { return account.tokenUntil }
        guard let kept = try? tokens.kept() else { return nil }
        // A refresh token that is of no use leaves what is left of the access token.
        let isUseless = kept.ending(at: now(), tokens.issuer.rules) != nil
        return (isUseless ? kept.accessUntil : kept.authorisedUntil)?.day
    }

    func daysLeft(to day: BusinessDay) -> Int64 { Int64(max(day.number - now().day.number, 0)) }
}
