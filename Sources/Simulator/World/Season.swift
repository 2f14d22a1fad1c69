import Domain

/// The days of the scenario: the two last months of 2022, read in two rounds.
enum Season {
    /// The first and the last second in which anything happens, epoch seconds.
    static let opens = at("2022-11-01T00:00:00+08:00").seconds
    static let ends = at("2022-12-31T04:00:00+08:00").seconds

    /// The first round: everything until here can be seen.
    static let firstNow = at("2022-12-20T08:00:00+08:00")
    /// The second round: late refunds, late orders and changed orders have come.
    static let finalNow = at("2022-12-31T08:00:00+08:00")

    /// The eight days of the media campaign, with time to pay before the last one ends.
    static let mediaDays = at("2022-12-05T00:00:00+08:00").seconds...at("2022-12-12T22:00:00+08:00").seconds

    static let hourSeconds: Int64 = 3600
    static let daySeconds: Int64 = 86_400

    /// The span in which sales are made: the last day stays free for what follows a sale.
    static let sales = opens...(ends - 6 * hourSeconds)

    /// Sales that leave time for a refund before the end.
    static let refundable = opens...(ends - 7 * daySeconds)

    /// Sales before the first round whose refund comes after it.
    static let beforeLateRefund = (firstNow.seconds - 14 * daySeconds)...(firstNow.seconds - 1 * daySeconds)

    /// Sales whose refund is seen in the first round, and they themselves in the second only.
    static let beforeOrphanRefund = (firstNow.seconds - 4 * daySeconds)...(firstNow.seconds - 1 * daySeconds)

    /// The instant of a literal; 1970 for a wrong one, which the tests would notice.
    private static func at(_ text: String) -> Instant {
        Instant(iso: text) ?? Instant(seconds: 0)
    }
}
