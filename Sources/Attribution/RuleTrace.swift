package import Domain

/// What one rule found for a line, for `explain`.
package struct RuleTrace: Hashable, Sendable {
    package let leg: Leg
    /// The rule, by the evidence that it looks at; `evidence.name` is its name in Chinese.
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

        /// What staff read.
        package var name: String {
            switch self {
            case .won: "采用"
            case .outsideTenure: "身份相符，但销售当天不在任期内"
            case .ambiguous: "销售当天同时属于多个主体"
            case .overruled: "未采用：前一条规则已有结论"
            case .notInSpan: "名册中有此身份，但销售当天不在有效期内"
            case .noMatch: "名册中无此身份"
            case .noValue: "订单中没有此项"
            }
        }
    }
}
