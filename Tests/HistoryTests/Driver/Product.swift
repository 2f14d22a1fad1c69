import Domain

/// Books that a history is played to: the product, or the naive ones.
protocol Product {
    /// The roster files are changed; nothing is decided by them yet.
    mutating func replaceRoster(by facts: RosterFacts) async throws
    /// Lands a page with the roster on disk, or with the one before it.
    mutating func land(_ page: Page, isStale: Bool) async throws
    mutating func importRows(_ file: RowsFile) async throws
    /// Decides anew, by the roster on disk, whatever was decided by another.
    mutating func attribute() async throws
    /// Seals what is pending into a batch.
    mutating func post(bookedAt: Instant) async throws
    /// Begins something that does not come to its end.
    mutating func disturb(by disturbance: Disturbance) async throws
    /// The attribution report, named by the roster on disk.
    mutating func report(_ scope: ReportScope) async throws -> Answer
    /// The freight of an order as it counts; `nil` where the order is not known.
    mutating func freightFen(channel: Channel, shopID: String, orderID: String) async throws -> Int64?
}

/// What a report says, without names.
struct Answer: Hashable {
    struct Row: Hashable {
        let key: String
        let sums: CreditSums
    }

    /// In the order of the report.
    var rows: [Row] = []
    var unassigned = CreditSums()
    var totals = CreditSums()
    /// Unassigned by reason; empty where they are dated by their booking.
    var reasons: [UnassignedReason: CreditSums] = [:]
    var notSales = NotSales()
    var proof = Proof()
}
