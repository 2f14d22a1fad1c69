/// The two legs of credit, never added together.
///
/// The raw value is the key in the store.
package enum Leg: Int, CaseIterable, Sendable {
    /// 帮助销售
    case sell = 1
    /// 组织购买
    case buy

    /// `sell`, `buy`.
    package var key: String { String(describing: self) }
}
