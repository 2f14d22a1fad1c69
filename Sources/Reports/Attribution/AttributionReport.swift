package import Domain

/// `daihuo report attribution`: who is credited with what, what nobody is credited with, and the proof.
package struct AttributionReport: Hashable, Sendable {
    package let scope: ReportScope
    /// Net descending, then key ascending; by key where the rows are days.
    package let rows: [Row]
    package let unassigned: CreditSums
    /// Rows and unassigned together, every line and order once.
    package let totals: CreditSums
    package let notSales: NotSales
    package let proof: Proof
    package var coverage: Coverage
    /// The unassigned sums by their reason, without those that are nothing.
    package let reasons: [ReasonSums]

    /// What stands under one value of the grouping key.
    package struct Row: Hashable, Sendable {
        /// The value as filters take it; empty where it is unknown.
        package let key: String
        /// In Chinese; empty where the key says it all.
        package let name: String
        package let sums: CreditSums
    }

    /// What is unassigned for one reason.
    package struct ReasonSums: Hashable, Sendable {
        package let reason: UnassignedReason
        package let sums: CreditSums
    }
}

extension CreditSums {
    /// Paid of the lines that have a weight ÷ paid, in basis points.
    package var gramsCoverBasisPoints: Int64 {
        BasisPoints.cover(part: Fen(weighedPaidFen), whole: Fen(paidFen))
    }

    /// The weight, or `nil` where something was paid for and no line has a weight: unknown is not nothing.
    var knownGrams: Grams? {
        grams == 0 && weighedPaidFen == 0 && paidFen != 0 ? nil : Grams(grams)
    }
}
