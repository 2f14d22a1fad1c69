/// A wrong way that somebody once took, planted into the naive books to see that histories find it.
enum Mistake: CaseIterable {
    /// A column that a file lacks empties the field (K5).
    case emptiesUnstatedFields
    /// What only another kind of source knows is lost (K4).
    case forgetsOtherKinds
    /// What was read last counts, however old it is (case 26).
    case readLastCounts
    /// Of two statements with one update time the first counts.
    case readFirstCounts
    /// Freight of one row counts, instead of all rows' (K6).
    case keepsOneFreight
    /// The sum of an order without its items counts beside them.
    case keepsSumBesideItems
    /// A stated refund never becomes smaller (K7).
    case neverTakesBack
    /// What an older version states of refunds is not heard, though every newer one is silent.
    case forgetsStatedBeforeSilence
    /// What an ERP states of refunds is added to what the API states.
    case addsStatedOfOtherKind
    /// An after-sale that names another line than before is counted on both.
    case addsMovedLine
    /// A derived refund moves with every touch of the order (K13).
    case datesClosingAnew
    /// An older version that was read late does not say that the line had been closed before.
    case ignoresOlderClosings
    /// A closed line that cost nothing keeps its weight (K12).
    case keepsWeightOfFreeLine
    /// An order that is wholly refunded keeps the weight of a line that is a fen short (case 22).
    case countsRefundsByLine
    /// A line of an order that is wholly refunded lost its weight on the day of its own last refund.
    case losesWeightLineByLine
    /// A refund moves with every touch of its record.
    case datesRefundAnew
    /// Campaigns go by the day that counts instead of the sale day (K11).
    case movesCampaigns
    /// What was decided by another roster stays (K2, K3).
    case neverDecidesAnew
    /// A parked row leaves when a sound row of its order comes (K17).
    case forgetsParkedSibling
    /// A parked row leaves when an older sound one of its line comes.
    case forgetsNewerParked
    /// What was booked for a party stays its when the credit moves.
    case neverTakesBookingBack
}
