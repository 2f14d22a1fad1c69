package import Domain
package import JSON

/// A platform that a YAML file describes: paged JSON over HTTP, without code of its own.
///
/// See docs/declared-platforms.md.
///
/// Hosts, authorisation, time format, unit of money and meaning of states are what the file says; what "paid" includes
/// is what its author maps to `paid`. Requests hold no time but the window and, where the file signs it, the instant
/// given; nothing else is read than the paths that the file names.
package struct DeclaredPlatform: Platform {
    package let name: String
    /// What staff read.
    package let title: String
    package let baseURL: String?
    package let feeds: [Feed]
    package let orderLookup: Feed?
    package let tokens: (any TokenIssuer)?
    package let mapping: String
    package let updateTimes: UpdateTimes
    package let channels: Set<Channel>
    /// Whether a feed states how many requests a second are asked for.
    package let statesRate: Bool
    private let headers: [(name: String, value: RequestTemplate)]
    private let authorisation: DeclaredAuthorisation
    private let plans: [DeclaredFeed]
    /// Raised with every change of what a description that stays the same makes of a record: all is read again then.
    private static let revision = "declared-2"

    /// Reads a description; `file` names it in problems.
    ///
    /// Throws every problem at once.
    package init(yaml: String, file: String) throws(DeclaredError) {
        let problems = DescriptionProblems(file: file)
        guard let root = problems.root(of: yaml) else {
            try problems.settle()
            throw DeclaredError(problems: [])
        }
        name = root.required(text: "name")
        title = root.required(text: "title")
        baseURL = root.text("base_url")
        headers = DeclaredRequest.headers(root.section("headers"))
        authorisation = DeclaredAuthorisation(root.section("auth"))
        tokens = root.section("token").flatMap { DeclaredTokens($0) }
        if !root.has("channel") { root.missing("channel") }
        problems.forgetWays()
        let channels = Channel.allCases.map { ($0.key, $0) }
        let channel = Choice(root, "channel", words: channels, standIn: .other)
        // A channel that each record names is read from the records of all feeds.
        let channelWays = problems.ways
        let sections = root.sections("feeds")
        let linesAreNumbered = sections.contains(where: DeclaredFeed.hasNumberedLines)
        plans = sections.compactMap {
            DeclaredFeed($0, channel: channel, channelWays: channelWays, linesAreNumbered: linesAreNumbered)
        }
        feeds = plans.map(\.feed)
        orderLookup = plans.lazy.compactMap(\.lookup).first?.feed
        statesRate = sections.contains { $0.has("rate") }
        let times = plans.map(\.updateTimes)
        updateTimes = UpdateTimes(
            orders: StableHash.digits(of: Set(times.compactMap(\.order))),
            refunds: StableHash.digits(of: Set(times.compactMap(\.refund))))
        self.channels = Set(channel.allMeanings)
        let rules = Set(plans.flatMap(\.keyRules).map(\.text))
        let texts = [Self.revision] + rules.sorted() + plans.map(\.text).sorted()
        mapping = StableHash.digits(of: texts.joined(separator: "\n"))
        root.finish()
        Self.check(name: name, baseURL: baseURL, feeds: feeds, root)
        Self.check(lookupsOf: sections)
        try problems.settle()
    }

    package func keyRules(of feed: Feed) -> Set<KeyRule> {
        plans.first { $0.feed == feed || $0.lookup?.feed == feed }?.keyRules ?? []
    }

    package func pageKeys(of feed: Feed) -> PageKeys? {
        guard let plan = plans.first(where: { $0.answers(feed) }) else { return nil }
        return plan.feed.name == feed.name ? plan.pageKeys : plan.lookupKeys
    }

    package func request(
        _ query: PageQuery, account: AccountAccess, now: Instant
    ) throws(PlatformError) -> PlatformRequest {
        try plan(query.feed).request(
            query, account: account, now: now, headers: headers, authorisation: authorisation)
    }

    package func outline(_ root: JSONView, query: PageQuery) throws(PlatformError) -> Page {
        try plan(query.feed).outline(root, cursor: query.page)
    }

    package func records(_ root: JSONView, query: PageQuery, account: AccountAccess, into page: inout Page) {
        // Without a plan the outline has thrown already.
        plans.first { $0.answers(query.feed) }?
            .records(root, cursor: query.page, account: account, into: &page)
    }

    package func isEmpty(status: Int, hasBody: Bool, query: PageQuery) -> Bool {
        plans.first { $0.answers(query.feed) }?
            .isEmpty(status: status, hasBody: hasBody, cursor: query.page) ?? false
    }

    private func plan(_ feed: Feed) throws(PlatformError) -> DeclaredFeed {
        guard let plan = plans.first(where: { $0.answers(feed) }) else {
            throw PlatformError(.stopAccount, code: feed.name, advice: Notice("declared.feed_unknown", name))
        }
        return plan
    }

    private static func check(name: String, baseURL: String?, feeds: [Feed], _ root: DescriptionSection) {
        let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_".utf8)
        if !name.utf8.allSatisfy(letters.contains) {
            root.problems.add(root.lineOfValue("name"), Notice("declared.name_letters"))
        }
        if let baseURL, !isBaseURL(baseURL) {
            root.problems.add(
                root.lineOfValue("base_url"), Notice("declared.no_base_url"))
        }
        for (index, feed) in feeds.enumerated()
        where feeds[..<index].contains(where: { $0.name == feed.name }) {
            root.problems.add(root.lineOfValue("feeds"), Notice("declared.feed_twice", feed.name))
        }
    }

    /// The orders of a platform are asked for in one way, whose name no feed may have.
    private static func check(lookupsOf feeds: [DescriptionSection]) {
        let lookups = feeds.filter { $0.has("lookup") }
        for feed in lookups.dropFirst() {
            feed.problems.add(feed.lineOfValue("lookup"), Notice("declared.lookup_twice", feed.place))
        }
        if lookups.isEmpty { return }
        for feed in feeds where feed.text("name") == Feed.lookupName {
            feed.problems.add(feed.lineOfValue("name"), Notice("declared.lookup_name_taken", Feed.lookupName))
        }
    }

    private static func isBaseURL(_ text: String) -> Bool {
        guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else { return false }
        let host = text.dropFirst(scheme.count)
        return !host.isEmpty && !host.contains { "/?# @".contains($0) }
    }
}
