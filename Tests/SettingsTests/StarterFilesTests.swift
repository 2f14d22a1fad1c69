import Service
import Testing

@Suite("Starter files")
struct StarterFilesTests {
    @Test("what init writes loads as it is, with no accounts")
    func loads() throws {
        let folder = try TemporaryFolder()
        for file in StarterFiles.files() { try folder.write(file.text, file.path) }

        let settings = try Settings.load(path: "\(folder.path)/daihuo.yaml", environment: [:])

        #expect(settings.accounts.isEmpty)
        #expect(settings.storePath == "\(folder.path)/daihuo.sqlite")
        let paths = StarterFiles.files().map { "\(folder.path)/\($0.path)" }
        #expect(paths.contains(settings.cataloguePath ?? ""))
        #expect(paths.contains { $0.hasPrefix(settings.rosterFolder + "/") })
    }

    @Test("the example accounts load when they are uncommented as the file says")
    func example() throws {
        let folder = try TemporaryFolder()
        let text = try #require(StarterFiles.files().first { $0.path == "daihuo.yaml" }?.text)
        let lines = text.replacing("accounts: []", with: "accounts:").split(
            separator: "\n", omittingEmptySubsequences: false)
        let example = lines.map { $0.hasPrefix("#   ") && !$0.hasSuffix("）") ? $0.dropFirst(2) : $0 }
        let start = try #require(lines.firstIndex { $0.hasPrefix("accounts:") })
        let file = try folder.write(
            (lines[..<start] + example[start...]).joined(separator: "\n"), "daihuo.yaml")

        let settings = try Settings.load(path: file, environment: [:])

        #expect(settings.accounts.map(\.id) == ["pds-douyin", "county-p832"])
        #expect(settings.accounts[0].refreshToken != nil)
    }

    @Test("every key is explained")
    func keys() throws {
        let text = try #require(StarterFiles.files().first { $0.path == "daihuo.yaml" }?.text)
        let keys = [
            "store", "roster", "catalogue", "rules", "platforms", "ca_file", "accounts", "ledgers", "id",
            "platform",
            "shop", "aliases", "base_url", "app_key", "app_secret", "access_token", "refresh_token", "since",
            "every",
            "rate",
        ]

        for key in keys { #expect(text.contains("\(key): "), "\(key)") }
    }

    @Test("the tables of the roster have the headers of the contract")
    func headers() {
        let tables = StarterFiles.files().filter { $0.path.hasSuffix(".csv") }

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
}
