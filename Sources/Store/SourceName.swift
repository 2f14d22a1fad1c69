/// What orders are read from: an account of the configuration, or a file given by hand.
package struct SourceName: Hashable, Sendable {
    /// The account's id, or `file:<name>` for a file without an account.
    package let name: String
    /// The platform's name as in the configuration.
    package let platform: String

    /// A source.
    package init(name: String, platform: String) {
        self.name = name
        self.platform = platform
    }
}
