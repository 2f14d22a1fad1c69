/// What one party (or nobody) has of one line on one leg, with the reason.
package struct Credit: Hashable, Sendable {
    package let leg: Leg
    /// The party's id, or `nil`: unassigned.
    package let partyID: String?
    package let share: BasisPoints
    package let evidence: Evidence
    /// Why nobody has it; `nil` where a party does.
    package let reason: UnassignedReason?
    /// Who might have it, where it is ambiguous; by id.
    package let candidateIDs: [String]

    /// A credit to a party by evidence.
    package init(leg: Leg, partyID: String, share: BasisPoints, evidence: Evidence) {
        self.leg = leg
        self.partyID = partyID
        self.share = share
        self.evidence = evidence
        reason = nil
        candidateIDs = []
    }

    /// What nobody is credited with, and why.
    ///
    /// The evidence is what came nearest.
    package init(
        unassigned leg: Leg, share: BasisPoints, reason: UnassignedReason, evidence: Evidence,
        candidateIDs: [String] = []
    ) {
        self.leg = leg
        partyID = nil
        self.share = share
        self.evidence = evidence
        self.reason = reason
        self.candidateIDs = candidateIDs
    }
}

/// The fact that a credit rests on (依据).
///
/// The raw value is the key in the store.
package enum Evidence: Int, CaseIterable, Sendable {
    case none = 0
    /// The platform says who was on air.
    case hostID
    /// The shop belongs to the party.
    case shopID
    /// The purchaser's account on the platform.
    case purchaserID
    /// The purchaser's exact name.
    case purchaserName

    /// The rule's key for those who ask the store with SQL: `host`.
    package var key: String {
        switch self {
        case .none: "none"
        case .hostID: "host"
        case .shopID: "shop"
        case .purchaserID: "purchaser"
        case .purchaserName: "purchaser_name"
        }
    }
}

/// Why a share is credited to nobody.
///
/// The raw value is the key in the store.
package enum UnassignedReason: Int, CaseIterable, Sendable {
    /// No identity of the roster matches.
    case noIdentity = 1
    /// The identity matches, but the party had no tenure at the sale.
    case outsideTenure
    /// The id belongs to several parties at once: a person decides.
    case ambiguous

    /// The key in reports: `outside_tenure`.
    package var key: String {
        switch self {
        case .noIdentity: "no_identity"
        case .outsideTenure: "outside_tenure"
        case .ambiguous: "ambiguous"
        }
    }
}
