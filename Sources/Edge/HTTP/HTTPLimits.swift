/// How long and how large one exchange may get.
///
/// Values below 1 count as 1.
package struct HTTPLimits: Sendable, Equatable {
    /// Name look-up, TCP and TLS together.
    package var connectMilliseconds: Int
    /// The whole exchange, redirects and the wait for a free connection to the host included.
    package var totalMilliseconds: Int
    /// Gives up after less than 1 byte/s for this long, rounded up to seconds.
    ///
    /// Curl averages the speed over its last 5 seconds, so a body that stops in the middle is given up that
    /// much later.
    package var stalledMilliseconds: Int
    /// Most bytes of the body, counted after decompression.
    package var bodyBytesMax: Int

    /// For one page of an interface: 10 s, 120 s, 30 s, 100 MB.
    package static let page = HTTPLimits(
        connectMilliseconds: 10_000, totalMilliseconds: 120_000, stalledMilliseconds: 30_000,
        bodyBytesMax: 100_000_000)

    package init(
        connectMilliseconds: Int, totalMilliseconds: Int, stalledMilliseconds: Int, bodyBytesMax: Int
    ) {
        self.connectMilliseconds = connectMilliseconds
        self.totalMilliseconds = totalMilliseconds
        self.stalledMilliseconds = stalledMilliseconds
        self.bodyBytesMax = bodyBytesMax
    }
}
