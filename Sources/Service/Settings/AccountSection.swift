import Domain
import Platforms
import YAML

/// Reads one item of `accounts`.
struct AccountSection {
    private static let keys = [
        "id", "platform", "shop", "aliases", "base_url", "app_key", "app_secret", "access_token",
        "refresh_token", "token", "token_until", "since", "every", "look_back",
        "rate", "file",
    ]
    /// Those of an account whose orders come as files.
    private static let keysOfFile: Set = ["id", "platform", "shop", "aliases", "file", "since"]
    /// Requests per second that an account may ask for.
    private static let rates = 1...1000

    private let section: SettingsSection
    private let folder: SettingsFolder
    private let id: String?

    /// Counted from 1.
    init(_ node: YAMLNode, number: Int, folder: SettingsFolder, problems: SettingsProblems) {
        self.folder = folder
        let id = node["id"]?.text
        let isName = id.map { !$0.isEmpty && !$0.hasControls } ?? false
        let place =
            isName ? Notice("settings.account", id ?? "") : Notice("settings.account_by_number", number)
        if node.entries == nil {
            problems.add(node.line, Notice("settings.account_without_keys", place))
        }
        section = SettingsSection(node, place: place, known: Self.keys, problems: problems)
        self.id = isName ? id : nil
    }

    /// Reports the ids that stand twice.
    static func refuseTwins(_ accounts: [AccountSection]) {
        for (index, account) in accounts.enumerated() {
            guard let id = account.id,
                let first = accounts[..<index].first(where: { $0.id == id })
            else { continue }
            account.section.add("id") { Notice("settings.account_twice", $0, first.section.line(of: "id")) }
        }
    }

    /// Reports files that two accounts would keep their tokens in: each would take the other's.
    static func refuseSharedTokens(_ accounts: [(AccountSection, Account?)]) {
        for (index, (section, account)) in accounts.enumerated() {
            guard let file = account?.tokenFile,
                let first = accounts[..<index].first(where: { $0.1?.tokenFile == file })?.1
            else { continue }
            section.section.add("token") { Notice("settings.token_file_twice", $0, first.id) }
        }
    }

    /// `nil`, with problems, where something is wrong.
    func account(_ registry: PlatformRegistry) -> Account? {
        guard section.isMapping, let isFile = isFile() else { return nil }
        return isFile ? fileAccount(registry) : readAccount(registry)
    }

    /// Whether its orders come as files; `nil`, with a problem, where that is said in other words.
    private func isFile() -> Bool? {
        guard let text = section.text("file") else { return section.has("file") ? nil : false }
        let isFile = ["true": true, "false": false][text]
        if isFile == nil { section.add("file") { Notice("settings.no_flag", $0) } }
        return isFile
    }

    /// An account of files needs no key to anything, and what it would have no use for is refused.
    private func fileAccount(_ registry: PlatformRegistry) -> Account? {
        for key in Self.keys where section.has(key) && !Self.keysOfFile.contains(key) {
            section.add(key) { Notice("settings.not_of_files", $0) }
        }
        let id = uniqueID()
        let platform = section.required(text: "platform").flatMap {
            known($0, among: registry.namesOfFiles, registry)
        }
        let shop = section.required(text: "shop")
        let aliases = aliases()
        let since = section.has("since") ? day("since") : BusinessDay(number: 0)
        guard let id, let platform, let shop, let since else { return nil }
        return Account(
            id: id, platform: platform, shop: shop, isFile: true, aliases: aliases, baseURL: nil,
            isOnLoopback: false, appKey: nil, appSecret: nil, accessToken: nil, refreshToken: nil,
            tokenFile: nil, tokenUntil: nil, since: since, every: nil, lookBack: .never, rate: nil)
    }

    private func readAccount(_ registry: PlatformRegistry) -> Account? {
        let address = baseURL()
        // Where the address cannot be read it is not known yet whether a literal may stand.
        let isOnLoopback = address?.isLoopback ?? section.has("base_url")
        let appKey = secret("app_key", literalAllowed: true)
        let appSecret = secret("app_secret", literalAllowed: isOnLoopback)
        let accessToken = secret("access_token", literalAllowed: isOnLoopback)
        let refreshToken = secret("refresh_token", literalAllowed: isOnLoopback)
        let id = uniqueID()
        let platform = platform(registry)
        let shop = section.required(text: "shop")
        let tokenFile = tokenFile(platform.flatMap { registry.platform(named: $0) })
        let tokenUntil = day("token_until")
        let since = section.required(text: "since").flatMap { _ in day("since") }
        let aliases = aliases()
        let every = every()
        let lookBack = lookBack()
        let rate = rate()
        guard let id, let platform, let shop, let since else { return nil }
        return Account(
            id: id, platform: platform, shop: shop, isFile: false, aliases: aliases,
            baseURL: address?.text, isOnLoopback: address?.isLoopback ?? false, appKey: appKey,
            appSecret: appSecret,
            accessToken: accessToken, refreshToken: refreshToken, tokenFile: tokenFile,
            tokenUntil: tokenUntil, since: since, every: every, lookBack: lookBack ?? .standard, rate: rate)
    }

    private func uniqueID() -> String? {
        guard let text = section.required(text: "id") else { return nil }
        if id == nil { section.add("id") { Notice("settings.not_one_line", $0) } }
        return id.map { _ in text }
    }

    private func platform(_ registry: PlatformRegistry) -> String? {
        guard let name = section.required(text: "platform") else { return nil }
        guard let platform = registry.platform(named: name) else {
            if registry.namesOfFiles.contains(name) {
                section.add("platform") { Notice("settings.platform_of_files", $0, name) }
                return nil
            }
            return known(name, among: registry.names, registry)
        }
        if platform.baseURL == nil, !section.has("base_url") {
            section.missing("base_url") { Notice("settings.address_missing", $0, name) }
        }
        // A token that is kept need not be there to begin with.
        let isKept = platform.tokens != nil && (section.has("token") || section.has("refresh_token"))
        for key in platform.secretKeysNeeded where !section.has(key) && !(isKept && key == "access_token") {
            section.missing(key) { Notice("settings.key_needed", $0, name) }
        }
        return name
    }

    /// The name of a platform where it is one of these, or its description cannot be read; else `nil`, with a problem.
    private func known(_ name: String, among names: [String], _ registry: PlatformRegistry) -> String? {
        if names.contains(name) || registry.isUnreadable(name) { return name }
        section.add("platform") { key in
            NearestWord.of(name, among: names).map {
                Notice("settings.unknown_platform_near", key, name, $0, names)
            } ?? Notice("settings.unknown_platform", key, name, names)
        }
        return nil
    }

    private func baseURL() -> BaseURL? {
        guard let text = section.text("base_url") else { return nil }
        do throws(BaseURL.Fault) {
            return try BaseURL(text)
        } catch {
            section.add("base_url", error.notice)
            return nil
        }
    }

    private func secret(_ key: String, literalAllowed: Bool) -> Secret? {
        guard let text = section.text(key) else { return nil }
        let place = SecretPlace(
            name: section.name(key), file: section.problems.file, line: section.line(of: key))
        do throws(Secret.Fault) {
            return try Secret(text, literalAllowed: literalAllowed, folder: folder, place: place)
        } catch {
            section.add(key, error.notice)
            return nil
        }
    }

    /// The file of `token: {file: secrets/pds-douyin.json}`.
    private func tokenFile(_ platform: (any Platform)?) -> String? {
        guard section.has("token") else { return nil }
        if let platform, platform.tokens == nil {
            section.add("token") { Notice("settings.no_tokens", $0, platform.name) }
        }
        let entries = section.entries("token") ?? []
        guard entries.count == 1, entries[0].key == "file", let path = entries[0].value.text,
            !path.isEmpty, path.last != "/", !path.hasControls
        else {
            section.add("token") { Notice("settings.token_file", $0) }
            return nil
        }
        return folder.resolve(path)
    }

    private func day(_ key: String) -> BusinessDay? {
        guard let text = section.text(key) else { return nil }
        let day = BusinessDay(text)
        if day == nil { section.add(key) { Notice("settings.no_day", $0) } }
        return day
    }

    private func every() -> Duration? {
        guard let text = section.text("every") else { return nil }
        let every = Duration(setting: text)
        if every == nil { section.add("every") { Notice("settings.no_duration", $0) } }
        return every
    }

    private func lookBack() -> LookBack? {
        guard section.has("look_back") else { return nil }
        do throws(LookBack.SettingFault) {
            if let entries = section.entries("look_back") { return try LookBack(setting: entries) }
            guard section.word("look_back") == "never" else { throw .malformed }
            return .never
        } catch {
            section.add("look_back") { name in
                switch error {
                case .malformed: Notice("settings.no_look_back", name)
                case .unused(let depth, let other): Notice("settings.look_back_unused", name, depth, other)
                }
            }
            return nil
        }
    }

    private func rate() -> Int? {
        guard let text = section.text("rate") else { return nil }
        let rate = Int(text).flatMap { Self.rates.contains($0) ? $0 : nil }
        if rate == nil {
            section.add("rate") {
                Notice("settings.no_rate", $0, Self.rates.lowerBound, Self.rates.upperBound)
            }
        }
        return rate
    }

    private func aliases() -> [String] {
        let aliases = section.texts("aliases")
        let areNamed = aliases.allSatisfy { alias in
            let parts = alias.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
        }
        if !areNamed { section.add("aliases") { Notice("settings.no_alias", $0) } }
        return aliases
    }
}

extension String {
    /// Whether there is a line break or another control character.
    var hasControls: Bool {
        unicodeScalars.contains {
            [.control, .lineSeparator, .paragraphSeparator].contains($0.properties.generalCategory)
        }
    }
}
