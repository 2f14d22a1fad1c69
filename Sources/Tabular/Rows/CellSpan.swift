/// Where a cell's content lies among the bytes of its record.
struct CellSpan {
    let start: UInt32
    let count: UInt32
    /// The content holds doubled quotes that stand for one each.
    let hasDoubledQuotes: Bool
    let kind: CellKind
}
