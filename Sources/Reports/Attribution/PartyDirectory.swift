package import Domain

/// What a report must know of the roster: who a party id is, and the campaigns.
package struct PartyDirectory: Sendable {
    let party: @Sendable (String) -> Party?
    let campaigns: [Campaign]

    /// A directory.
    ///
    /// `party` is asked once for each id; several campaigns of one id are alternatives of one campaign.
    package init(campaigns: [Campaign] = [], party: @escaping @Sendable (String) -> Party?) {
        self.campaigns = campaigns
        self.party = party
    }
}
