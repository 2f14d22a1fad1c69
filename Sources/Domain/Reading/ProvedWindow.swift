/// A window of update times that was read wholly, with what proves it and when that was.
package struct ProvedWindow: Hashable, Sendable {
    /// What is known by it: as much of the window as had passed by the server's clock.
    package var span: ReadSpan
    /// Distinct rows that were seen.
    package var rows: Int64
    /// How many there are by the platform's word; `nil` where it states no total.
    package var total: Int64?
    /// How often the window has been read so far, this time included.
    package var times: Int64
    /// When the answer to its first page came, by our clock.
    package var askedAt: Instant
    /// The same by the server's clock; `nil` where it doesn't tell.
    package var serverAt: Instant?
    /// Whether it was read as its platform's records are mapped now.
    package var isMappedNow: Bool

    /// A window that has been read.
    package init(
        span: ReadSpan, rows: Int64, total: Int64?, askedAt: Instant, serverAt: Instant?, times: Int64 = 1,
        isMappedNow: Bool = true
    ) {
        self.span = span
        self.rows = rows
        self.total = total
        self.askedAt = askedAt
        self.serverAt = serverAt
        self.times = times
        self.isMappedNow = isMappedNow
    }
}
