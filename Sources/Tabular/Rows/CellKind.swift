/// What a file says of a cell beside its text.
enum CellKind: UInt8 {
    /// Nothing: delimited text.
    case unknown
    /// It is text, which Excel never took for a number.
    case text
    /// It is a number, of which Excel keeps 15 digits.
    case number
}
