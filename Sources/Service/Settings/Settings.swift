import Domain

/// What `daihuo.yaml` says, read and checked; secrets are named here and read when they are needed.
///
/// Example: `let settings = try Settings.load(path: "daihuo.yaml", environment: environment)`.
package struct Settings: Sendable {
    /// The SQLite file.
    package let storePath: String
    /// The folder of the roster's CSV files.
    package let rosterFolder: String
    /// `nil` = no catalogue.
    package let cataloguePath: String?
    /// The folder of declared platforms; `nil` = the built-in platforms only.
    package let platformsFolder: String?
    /// The folder that files are imported from; `nil` = none.
    package let inboxFolder: String?
    /// A PEM file of authorities that are trusted besides the system's.
    package let caFile: String?
    /// How many days the pages of accounts are kept; `nil`: none is.
    package let pageDaysMax: Int?
    /// Whom to tell what is wrong while nobody watches, and when.
    package let alarms: AlarmSettings
    /// In the order of the file; those whose orders come as files among them.
    package let accounts: [Account]
    /// Those that are read by themselves.
    package var readAccounts: [Account] { accounts.filter { !$0.isFile } }
    /// Those whose orders come as files alone.
    package var fileAccounts: [Account] { accounts.filter(\.isFile) }
    /// Every platform that an account may name.
    package let platforms: PlatformRegistry

    /// Reads a configuration and the platform descriptions that it names.
    ///
    /// Relative paths in it start at its own folder, and `~/` at `HOME` of `environment`. Throws every
    /// problem at once, with file and line. Secrets are not read; of what paths stand for, only `platforms`
    /// and `ca_file` are opened. `given`: the text to read as if the file held it.
    package static func load(
        path: String, given: String? = nil, environment: [String: String]
    ) throws(SettingsError) -> Settings {
        let problems = SettingsProblems(file: path)
        let folder = SettingsFolder(ofFile: path, home: environment["HOME"])
        guard
            let section = SettingsText.section(
                ofFile: path, given: given, known: Key.all, problems: problems),
            let settings = Settings(section, folder: folder)
        else { throw problems.error }
        try problems.settle()
        return settings
    }

    /// What is wrong with the secrets at this moment: the accounts', in the order of the file, and that of alarms.
    package func secretProblems(environment: [String: String]) -> [SettingsError.Problem] {
        accounts.flatMap(\.secrets).flatMap { secret in
            do throws(SettingsError) {
                _ = try secret.read(environment: environment)
                return [] as [SettingsError.Problem]
            } catch {
                return error.problems
            }
        } + alarms.problems(environment: environment)
    }

    private enum Key {
        static let all = [
            "store", "roster", "catalogue", "rules", "platforms", "ca_file", "accounts", "ledgers",
            "raw_pages", "alarms", "inbox",
        ]
    }

    private init?(_ section: SettingsSection, folder: SettingsFolder) {
        let store = Self.store(section)
        let roster = section.required(text: "roster")
        cataloguePath = section.text("catalogue").map(folder.resolve)
        platformsFolder = section.text("platforms").map(folder.resolve)
        caFile = Self.authorities(section, folder: folder)
        pageDaysMax = section.pageDaysMax
        alarms = AlarmSettings(section, folder: folder)
        inboxFolder = section.inboxFolder(
            folder, takenBy: [section.problems.file, store, cataloguePath].compactMap(\.self),
            and: [roster, platformsFolder].compactMap(\.self))
        Self.refuseWhatIsNotYet(section)
        let registry = PlatformRegistry(folder: platformsFolder, section)
        platforms = registry
        let items = section.items("accounts").enumerated().map { index, item in
            AccountSection(item, number: index + 1, folder: folder, problems: section.problems)
        }
        AccountSection.refuseTwins(items)
        let read = items.map { ($0, $0.account(registry)) }
        AccountSection.refuseSharedTokens(read)
        accounts = read.compactMap(\.1)
        guard let store, let roster else { return nil }
        storePath = folder.resolve(store)
        rosterFolder = folder.resolve(roster)
    }

    private static func store(_ section: SettingsSection) -> String? {
        guard let text = section.required(text: "store") else { return nil }
        guard text.contains("://") else { return text }
        // The address is not repeated: it may hold a password.
        let isPostgres = text.hasPrefix("postgres://") || text.hasPrefix("postgresql://")
        section.add("store") {
            isPostgres ? Notice("settings.store_postgres", $0) : Notice("settings.store_is_address", $0)
        }
        return nil
    }

    private static func authorities(_ section: SettingsSection, folder: SettingsFolder) -> String? {
        guard let path = section.text("ca_file").map(folder.resolve) else { return nil }
        do throws(SmallFile.Failure) {
            _ = try SmallFile(path: path)
            return path
        } catch {
            section.add("ca_file") { Notice("settings.ca_file_unreadable", $0, error.notice) }
            return nil
        }
    }

    private static func refuseWhatIsNotYet(_ section: SettingsSection) {
        if section.has("rules") {
            section.add("rules") { Notice("settings.no_rules_yet", $0) }
        }
        if section.has("ledgers"), !section.isEmptyList("ledgers") {
            section.add("ledgers") { Notice("settings.no_ledgers_yet", $0) }
        }
    }
}
