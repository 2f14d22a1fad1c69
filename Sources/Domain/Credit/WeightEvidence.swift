/// What a line's weight rests on, in the order of precedence.
///
/// The raw value is the key in the store.
package enum WeightEvidence: Int, CaseIterable, Sendable {
    /// No single clear weight: a person decides.
    case none = 0
    /// The quantity itself is a weight (13 吨).
    case quantityUnit
    case catalogue
    case spec
    case title

    /// The key for those who ask the store with SQL.
    package var key: String { String(describing: self) }
}
