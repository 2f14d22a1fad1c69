/// What orders are read from: an account of the configuration, as it was when it was read last.
package struct SourceFacts: Hashable, Sendable {
    /// The account's id.
    package let name: String
    /// The platform's name as in the configuration.
    package let platform: String
    /// The platform's own shop id.
    package let shopID: String
    /// How it is read; `nil` where only files are imported for it.
    package let api: API?

    /// A source.
    package init(name: String, platform: String, shopID: String, api: API?) {
        self.name = name
        self.platform = platform
        self.shopID = shopID
        self.api = api
    }

    /// What a source is that is read from a platform's API.
    package struct API: Hashable, Sendable {
        /// Scheme, host and port.
        package let host: String
        /// The first business day to fetch.
        package let since: BusinessDay
        /// What makes the keys of its records.
        package let keyRules: Set<KeyRule>
        /// What its records mean (`Platform.mapping`).
        package let mapping: String
        /// What the update times of its records are read from (`Platform.updateTimes`).
        package let updateTimes: UpdateTimes
        /// The channels that its records may be of.
        package let channels: Set<Channel>
        /// The names of the platform's feeds.
        package let feeds: [String]

        /// An API as its platform says.
        package init(
            host: String, since: BusinessDay, keyRules: Set<KeyRule>, mapping: String,
            updateTimes: UpdateTimes, channels: Set<Channel>, feeds: [String]
        ) {
            self.host = host
            self.since = since
            self.keyRules = keyRules
            self.mapping = mapping
            self.updateTimes = updateTimes
            self.channels = channels
            self.feeds = feeds
        }
    }
}
