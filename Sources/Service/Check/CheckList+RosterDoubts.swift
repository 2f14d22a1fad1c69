import Attribution
import Domain
import Reports
import Store

extension CheckList {
    /// What the roster leaves in doubt, with what was paid for the stored lines that it is about.
    ///
    /// Where the store can't be read the money is not told; what is wrong with it is a finding of its own.
    func rosterDoubts(_ workplace: Workplace) async -> [CheckReport.Finding] {
        let doubts = RosterDoubts(
            workplace.files.roster.facts, platforms: workplace.settings.platforms.namesOfFiles
        ).all
        if doubts.isEmpty { return [] }
        let store = try? OrderStore(reading: workplace.settings.storePath)
        let stake = try? await store?.foldIdentifiedLines(into: MoneyAtStake(of: doubts)) { $0.add($1) }
        return doubts.enumerated().map { $1.finding(paidFen: stake?.paidFen[$0]) }
    }
}
