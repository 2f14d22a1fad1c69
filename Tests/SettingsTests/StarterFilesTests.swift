import Foundation
import Reports
import Service
import Testing

@Suite("Starter files")
struct StarterFilesTests {
    @Test("what init writes loads as it is, with no accounts", arguments: Language.allCases)
    func loads(language: Language) throws {
        let folder = try TemporaryFolder()
        for file in StarterFiles.files(in: language) { try folder.write(file.text, file.path) }

        let settings = try Settings.load(path: "\(folder.path)/daihuo.yaml", environment: [:])

        #expect(settings.accounts.isEmpty)
        #expect(settings.storePath == "\(folder.path)/daihuo.sqlite")
        let paths = StarterFiles.files(in: language).map { "\(folder.path)/\($0.path)" }
        #expect(paths.contains(settings.cataloguePath ?? ""))
        #expect(paths.contains { $0.hasPrefix(settings.rosterFolder + "/") })
    }

    @Test(
        "the example accounts load when they are uncommented as the file says", arguments: Language.allCases)
    func example(language: Language) throws {
        let folder = try TemporaryFolder()
        let text = try #require(StarterFiles.files(in: language).first { $0.path == "daihuo.yaml" }?.text)
        let lines = text.replacing("accounts: []", with: "accounts:").split(
            separator: "\n", omittingEmptySubsequences: false)
        let example = lines.map { $0.hasPrefix("#   ") && !$0.hasSuffix("）") ? $0.dropFirst(2) : $0 }
        let start = try #require(lines.firstIndex { $0.hasPrefix("accounts:") })
        let file = try folder.write(
            (lines[..<start] + example[start...]).joined(separator: "\n"), "daihuo.yaml")

        let settings = try Settings.load(path: file, environment: [:])

        #expect(settings.accounts.map(\.id) == ["pds-douyin", "county-p832", "hall-3"])
        #expect(settings.accounts[0].refreshToken != nil)
        #expect(settings.fileAccounts.map(\.id) == ["hall-3"])
    }

    @Test("every key is explained", arguments: Language.allCases)
    func keys(language: Language) throws {
        let text = try #require(StarterFiles.files(in: language).first { $0.path == "daihuo.yaml" }?.text)
        let keys = [
            "store", "roster", "catalogue", "rules", "platforms", "ca_file", "alarms", "accounts", "ledgers",
            "id",
            "platform",
            "shop", "aliases", "base_url", "app_key", "app_secret", "access_token", "refresh_token", "token",
            "token_until", "since",
            "every",
            "rate", "file", "inbox",
        ]

        for key in keys { #expect(text.contains("\(key): "), "\(key)") }
    }

    @Test("the languages differ in explanations only, and the English one is ASCII")
    func languages() throws {
        let texts = try Language.allCases.map { language in
            try #require(StarterFiles.files(in: language).first { $0.path == "daihuo.yaml" }?.text)
        }
        let settings = texts.map(Self.settings)
        #expect(settings[0] == settings[1] && settings[0].count > 15, "\(settings)")
        #expect(texts[1].utf8.allSatisfy { $0 < 128 })
    }

    @Test("the tables of the roster have the headers of the contract")
    func headers() {
        let tables = StarterFiles.files(in: .english).filter { $0.path.hasSuffix(".csv") }

        #expect(
            tables.map { "\($0.path) \($0.text)" } == [
                "roster/parties.csv party,name,kind,region,organisation\n",
                "roster/tenures.csv party,region,role,from,to\n",
                "roster/identities.csv party,platform,kind,value,from,to\n",
                "roster/sessions.csv session,platform,shop,room,party,start,end,share\n",
                "roster/campaigns.csv campaign,name,from,to,channel,category,region,party\n",
                "roster/suppliers.csv supplier,name,region,households,people,from,to\n",
                "roster/targets.csv party,leg,from,to,fen,grams\n",
                "catalogue.csv platform,product,sku,title,net_grams,category,region,supplier\n",
            ])
    }

    /// The lines that set something, in force or as an example, without their explanations.
    private static func settings(of text: String) -> [String] {
        text.split(separator: "\n").compactMap { line in
            let line = line.hasPrefix("# ") ? line.dropFirst(2) : line
            guard line.prefixMatch(of: /\s*(- )?[a-z_]+:\s/) != nil else { return nil }
            let end = line.firstRange(of: "  #")?.lowerBound ?? line.endIndex
            return String(line[..<end]).trimmingCharacters(in: .whitespaces)
        }
    }
}
