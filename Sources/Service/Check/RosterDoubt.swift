import Domain
import Reports

/// Something of the roster that leaves lines to nobody, or between several, and the identities by which it does.
struct RosterDoubt: Sendable {
    /// Each on the days, and the platform, that are in doubt.
    let identities: [Identity]
    /// The warning, with what is said of the money in it.
    let finding: @Sendable (_ money: Notice) -> CheckReport.Finding

    /// The warning with what was paid for the lines that it is about; without where nobody knows.
    func finding(paidFen: Fen?) -> CheckReport.Finding {
        finding(paidFen.map { Notice("check.at_stake", $0.description) } ?? Notice("hint.none"))
    }

    static func warning(
        _ what: Notice, _ advice: Notice, names: [String] = []
    ) -> CheckReport.Finding {
        .init(.warning, place: Notice("check.roster"), what: what, advice: advice, names: names)
    }
}
