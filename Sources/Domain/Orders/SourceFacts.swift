/// What orders are read from: an account of the configuration, as it was when it was read last.
package struct SourceFacts: Hashable, Sendable {
    /// The account's id.
    package let name: String
    /// The platform's name as in the configuration.
    package let platform: String
    /// The platform's own shop id.
    package let shopID: String
    /// Scheme, host and port; empty for an account that only files are imported for.
    package let host: String
    /// The first business day to fetch; `nil` for an account that only files are imported for.
    package let since: BusinessDay?
    /// What makes the keys of its records (`Platform.identity`); empty where only files are imported.
    package let identity: String
    /// What its records mean (`Platform.mapping`); empty where only files are imported.
    package let mapping: String
    /// What the update times of its records are read from (`Platform.updateTimes`); empty where only files are imported.
    package let updateTimes: String
    /// The channels that its records may be of.
    package let channels: Set<Channel>
    /// The names of the platform's feeds.
    package let feeds: [String]

    /// A source.
    package init(
        name: String, platform: String, shopID: String, host: String = "", since: BusinessDay? = nil,
        identity: String = "", mapping: String = "", updateTimes: String = "", channels: Set<Channel> = [],
        feeds: [String] = []
    ) {
        self.name = name
        self.platform = platform
        self.shopID = shopID
        self.host = host
        self.since = since
        self.identity = identity
        self.mapping = mapping
        self.updateTimes = updateTimes
        self.channels = channels
        self.feeds = feeds
    }
}
