/// What a refund rests on.
///
/// The raw value is the key in the store; never renumber.
package enum RefundEvidence: Int, CaseIterable, Sendable {
    /// An after-sale record of the platform.
    case record = 0
    /// The platform closed the paid line, and no record explains it.
    case closed
    /// The order itself states what was refunded so far, and that has changed.
    case stated
    /// The order was refunded wholly, and with it the goods of this line.
    case wholly

    /// `record`, `closed`, `stated`, `wholly`.
    package var key: String { String(describing: self) }

    /// Whether it is made from what else is stored, and made anew with every change.
    package var isDerived: Bool { self == .closed || self == .wholly }
}
