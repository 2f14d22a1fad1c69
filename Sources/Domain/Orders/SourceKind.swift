/// What kind of source an order was read from, in the order in which they count: API, else file, else ERP.
///
/// The raw value is the key in the store; never renumber.
package enum SourceKind: Int, CaseIterable, Sendable {
    /// A platform's own API.
    case api = 1
    /// An export or list that somebody downloaded or wrote.
    case file
    /// An ERP, which retells what a platform said.
    case erp

    /// `api`, `file`, `erp`.
    package var key: String { String(describing: self) }
}
