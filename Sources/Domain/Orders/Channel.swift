/// Where an order was sold: a closed list.
///
/// The raw value is the key in the store; never renumber.
package enum Channel: Int, CaseIterable, Codable, Sendable {
    case douyin = 1
    case kuaishou, weixin, taobao, jd, pinduoduo, youzan, p832
    case counter, hall, zone, relay, canteen, union, event, media, other

    /// The key of contract files and reports: `p832`.
    package var key: String { Self.keys[rawValue - 1] }

    /// Written once: the journal asks for one with each entry.
    private static let keys = allCases.map { String(describing: $0) }

    /// The channel with this key.
    package init?(key: String) {
        guard let channel = Self.allCases.first(where: { $0.key == key }) else { return nil }
        self = channel
    }
}
