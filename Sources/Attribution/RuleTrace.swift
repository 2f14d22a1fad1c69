package import Domain

/// What one rule found for a line, for `explain`.
package struct RuleTrace: Hashable, Sendable {
    package let leg: Leg
    /// The rule, by the evidence that it looks at.
    package let evidence: Evidence
    /// The id that was looked up (an organisation's name for `purchaserName`); empty if the line has none.
    package let value: String
    package let outcome: Outcome
    /// Everybody whom the roster gives this id on this platform, on whatever day and in tenure or not; by id.
    package let candidateIDs: [String]

    /// What became of the rule.
    package enum Outcome: CaseIterable, Sendable {
        /// It gave the credit.
        case won
        /// It decided that nobody is credited: the holders of the id had no tenure.
        case outsideTenure
        /// It decided that nobody is credited: several parties hold the id.
        case ambiguous
        /// An earlier rule of the leg had decided.
        case overruled
        /// The roster knows the id, but on other days.
        case notInSpan
        /// The roster does not know the id.
        case noMatch
        /// The line has no such id.
        case noValue

        /// What became of it, for people.
        package var notice: Notice {
            switch self {
            case .won: Notice("attribution.won")
            case .outsideTenure: Notice("attribution.outside_tenure")
            case .ambiguous: Notice("attribution.ambiguous")
            case .overruled: Notice("attribution.overruled")
            case .notInSpan: Notice("attribution.not_in_span")
            case .noMatch: Notice("attribution.no_match")
            case .noValue: Notice("attribution.no_value")
            }
        }
    }
}
