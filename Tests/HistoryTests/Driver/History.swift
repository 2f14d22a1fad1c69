import Domain

/// An account of the settings: one shop of one platform.
struct Account: Hashable, Sendable {
    let id: String
    let platform: String
    let channel: Channel
    let shopID: String
}

/// One answer of an API or an ERP: whole orders and after-sale records of one account.
struct Page: Sendable {
    let account: Account
    let kind: SourceKind
    let fetchedAt: Instant
    var orders: [Order]
    /// Versions of after-sales, each with all its lines.
    var afterSales: [[Refund]]
}

/// An order file: every row is an order with one line.
struct RowsFile: Sendable {
    let account: Account
    let fetchedAt: Instant
    var rows: [Order]
    /// Rows that could not be read but for their order and line.
    var parked: [ParkedRecord]
}

/// All that the roster files say.
struct RosterFacts: Hashable, Sendable {
    var parties: [Party] = []
    var tenures: [Tenure] = []
    var identities: [Identity] = []
    var campaigns: [Campaign] = []
    var sessions: [LiveSession] = []
    var catalogue: [CatalogueItem] = []
}

/// What goes wrong, and must leave no trace once `attribute` has run to its end.
enum Disturbance: Sendable {
    /// The process ends before the page is committed.
    case killedLanding(Page)
    /// The process ends when so many orders have been decided anew.
    case killedAttribution(afterOrders: Int)
    /// The process ends before the batch is committed.
    case killedPost(bookedAt: Instant)
    /// The account's shop or platform is changed in the settings, then it is read: refused, and changed back.
    case refusedLanding(Page)
}

/// Something that happens to the books.
enum Step: Sendable {
    /// The roster files are changed; nothing is decided by them yet.
    case replaceRoster(RosterFacts)
    /// `isStale`: by a process that loaded its roster before the last change.
    case land(Page, isStale: Bool)
    case importRows(RowsFile)
    case attribute
    case post(bookedAt: Instant)
    case disturb(Disturbance)
    case ask(ReportScope)
}

/// A random course of events that its seed repeats.
struct History: Sendable {
    let seed: UInt64
    var steps: [Step]
}
