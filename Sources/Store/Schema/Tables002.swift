/// What the second migration adds to the tables of the first.
enum Tables002 {
    static let all = [parked]

    /// What a parked record says its update time is; NULL where it could not be read, or nobody had asked yet.
    private static let parked = "ALTER TABLE parked ADD COLUMN updated_at_ms INTEGER"
}
