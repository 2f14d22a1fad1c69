import Domain
import Platforms
import Reports

extension Workplace {
    /// Accounts of which late changes are not looked for, and look-backs that go further than their platform.
    var lookBackNotes: [CheckReport.Finding] {
        let never = settings.readAccounts.filter { $0.lookBack == .never }.map(\.id)
        let ofNever = CheckReport.Finding(
            .note, place: Notice("check.accounts"),
            what: Notice("check.look_back_never", Notice.accounts(never, of: settings.readAccounts.count)),
            advice: Notice("check.look_back_standard"), names: never)
        return (never.isEmpty ? [] : [ofNever]) + settings.readAccounts.compactMap(tooDeep)
    }

    private func tooDeep(_ account: Account) -> CheckReport.Finding? {
        let lookBack = account.lookBack
        let deepest = [lookBack.hourlyDays, lookBack.dailyDays, lookBack.weeklyDays ?? .max]
            .filter { $0 != .max }.max()
        let feeds = settings.platforms.platform(named: account.platform)?.feeds ?? []
        let reaches = feeds.map(\.reachSeconds)
        guard let deepest, !reaches.contains(nil), let reach = reaches.compactMap(\.self).max() else {
            return nil
        }
        // The day in which the reach begins is one of them.
        let daysMax = Int(reach / 86_400) + 1
        guard deepest > daysMax else { return nil }
        return .init(
            .note, place: .verbatim(account.id), what: Notice("check.look_back_too_deep", deepest, daysMax),
            advice: Notice("check.look_back_all"))
    }
}
