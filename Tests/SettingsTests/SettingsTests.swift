import Domain
import Platforms
import Service
import Testing

@Suite("Settings: what is read")
struct SettingsTests {
    @Test("the example of the contract is read as it is written")
    func contract() throws {
        let settings = try Fixture.load("contract.yaml")

        #expect(settings.storePath == Fixture.folder + "daihuo.sqlite")
        #expect(settings.rosterFolder == Fixture.folder + "roster")
        #expect(settings.cataloguePath == Fixture.folder + "catalogue.csv")
        #expect(settings.platformsFolder == nil)
        #expect(settings.caFile == nil)
        #expect(settings.accounts.map(\.id) == ["pds-douyin", "县馆"])
        let shop = try #require(settings.accounts.first)
        #expect(shop.platform == "douyin")
        #expect(shop.shop == "4463798")
        #expect(shop.aliases == ["jushuitan:10086"])
        #expect(shop.baseURL == "http://127.0.0.1:18080")
        #expect(shop.isOnLoopback)
        #expect(shop.since == BusinessDay(year: 2022, month: 11, day: 1))
        #expect(shop.every == .seconds(900))
        #expect(shop.lookBack == .standard)
        #expect(shop.rate == 20)
        let county = settings.accounts[1]
        #expect(!county.isOnLoopback)
        #expect(county.accessToken == nil && county.every == nil && county.rate == nil)
    }

    @Test("a number where a text stands keeps every digit")
    func digits() throws {
        let settings = try Fixture.load("contract.yaml")

        #expect(settings.accounts[1].shop == "0012")
        #expect(try settings.accounts[1].appKey?.read(environment: [:]) == "3409409348479354011")
    }

    @Test(
        "an account of files needs a platform and a shop alone, and is not read by itself",
        arguments: [
            ("douyin", true), ("p832", true), ("hall", true), ("zone", true), ("counter", true),
            ("relay", true), ("canteen", true), ("union", true), ("event", true), ("media", true),
            ("other", true), ("Hall", false), ("专馆", false), ("fair", false),
        ])
    func files(platform: String, isTaken: Bool) throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(
            """
            store: s
            roster: r
            accounts:
              - {id: hall-3, platform: \(platform), shop: 商丘3号馆, file: true}
              - {id: a, platform: douyin, shop: 1, app_key: k, app_secret: env:A, access_token: env:B,
                 since: 2022-11-01, file: false}
            """, "daihuo.yaml")

        let settings = try? Settings.load(path: file, environment: [:])

        #expect((settings != nil) == isTaken)
        #expect(settings?.accounts.map(\.id) == (isTaken ? ["hall-3", "a"] : nil))
        #expect(settings?.fileAccounts.map(\.id) == (isTaken ? ["hall-3"] : nil))
        #expect(settings?.readAccounts.map(\.id) == (isTaken ? ["a"] : nil))
        #expect(
            settings?.secretProblems(environment: ["A": "1", "B": "2"]).isEmpty == (isTaken ? true : nil))
    }

    @Test("paths start at the file's folder, at the root or at the home folder")
    func paths() throws {
        let settings = try Fixture.load("declared/settings.yaml")

        #expect(settings.storePath == "/var/lib/daihuo/daihuo.sqlite")
        #expect(settings.rosterFolder == "/home/daihuo/roster")
        #expect(settings.platformsFolder == Fixture.folder + "declared/platforms")
    }

    @Test("declared platforms stand beside the built-in ones, and 832平台 can be described anew")
    func registry() throws {
        let settings = try Fixture.load("declared/settings.yaml")

        #expect(settings.platforms.names == ["douyin", "p832", "zz-events"])
        #expect(settings.platforms.platform(named: "p832")?.baseURL == "https://own.example.gov.cn")
        #expect(settings.platforms.platform(named: "douyin") is Douyin)
        #expect(settings.platforms.platform(named: "Douyin") == nil)
    }

    @Test(
        "only addresses that are a host and a port are taken, and plain http for this machine only",
        arguments: [
            ("https://api.example.com", true, false), ("https://api.example.com:8443", true, false),
            ("https://10.0.0.1", true, false), ("https://[2001:db8::1]:8443", true, false),
            ("http://127.0.0.1:18080", true, true), ("http://127.9.9.9", true, true),
            ("https://localhost", true, true), ("http://LocalHost:1", true, true),
            ("http://[::1]:80", true, true),
            ("http://api.example.com", false, false), ("http://127.0.0.1.example.com", false, false),
            ("http://[2001:db8::1]", false, false), ("http://127.0.0.256", false, false),
            ("http://0127.0.0.1", false, false), ("http://128.0.0.1", false, false),
            ("https://api.example.com/", false, false), ("https://api.example.com/v1", false, false),
            ("https://api.example.com?a=b", false, false), ("https://api.example.com#a", false, false),
            ("https://user@api.example.com", false, false), ("http://127.0.0.1@example.com", false, false),
            ("http://127.0.0.1\\.example.com", false, false), ("https://api.example.com:", false, false),
            ("https://api.example.com:0", false, false), ("https://api.example.com:65536", false, false),
            ("https://api..example.com", false, false), ("https://", false, false),
            ("https://:1", false, false),
            ("https://[::1", false, false), ("https://[]:1", false, false), ("https://[::1]x", false, false),
            ("ftp://127.0.0.1", false, false), ("127.0.0.1:80", false, false),
            ("https://例子.中国", false, false),
        ])
    func addresses(text: String, isTaken: Bool, isOnLoopback: Bool) throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(
            """
            store: s
            roster: r
            accounts:
              - {id: a, platform: p832, shop: 1, base_url: '\(text)', app_key: k,
                 app_secret: env:A, since: 2022-11-01}
            """, "daihuo.yaml")

        let settings = try? Settings.load(path: file, environment: [:])

        #expect((settings != nil) == isTaken)
        #expect((settings?.accounts.first?.isOnLoopback ?? false) == isOnLoopback)
    }

    @Test(
        "durations are whole seconds, minutes or hours",
        arguments: [
            ("30s", 30), ("15m", 900), ("1h", 3600), ("999999h", 3_599_996_400), ("0s", nil), ("-1s", nil),
            ("+1s", nil),
            ("15", nil), ("m", nil), ("", nil), ("1.5h", nil), ("15 m", nil), ("1H", nil), ("1000000s", nil),
            ("１s", nil),
        ] as [(String, Int64?)])
    func durations(text: String, seconds: Int64?) {
        #expect(Duration(setting: text) == seconds.map { .seconds($0) })
    }

    @Test(
        "the look-back is days with a beat, or never; what is not written is not read again",
        arguments: [
            ("{3d: 1h, 15d: 1d, all: 7d}", LookBack.standard), ("never", .never),
            ("{90d: 7d, 2d: 1h}", LookBack(hourlyDays: 2, dailyDays: 0, weeklyDays: 90)),
            ("{all: 1d}", LookBack(hourlyDays: 0, dailyDays: .max, weeklyDays: 0)),
            ("\n  1d: 1h", LookBack(hourlyDays: 1, dailyDays: 0, weeklyDays: 0)),
            ("{}", nil), ("always", nil), ("3d", nil), ("[3d]", nil), ("{3d: 2h}", nil), ("{3d: [1h]}", nil),
            ("{0d: 1h}", nil), ("{-3d: 1h}", nil), ("{+3d: 1h}", nil), ("{3: 1h}", nil),
            ("{10000d: 1h}", nil),
            ("{15d: 1h, 3d: 1d}", nil), ("{3d: 1h, 3d: 1d}", nil), ("{3d: 1h, 03d: 7d}", nil),
            ("{all: 1h, 15d: 7d}", nil), ("{3d: 1h, all: 1d, 15d: 7d}", nil),
            ("{3d: 1h, 15d: 1h}", nil), ("{d: 1h}", nil), ("{３d: 1h}", nil),
        ] as [(String, LookBack?)])
    func lookBack(text: String, lookBack: LookBack?) throws {
        let folder = try TemporaryFolder()
        let value = text.replacing("\n", with: "\n     ")
        let file = try folder.write(
            """
            store: s
            roster: r
            accounts:
              - id: a
                platform: p832
                shop: 1
                base_url: https://p832.example.gov.cn
                app_key: k
                app_secret: env:A
                since: 2022-11-01
                look_back: \(value)
            """, "daihuo.yaml")

        let settings = try? Settings.load(path: file, environment: [:])

        #expect(settings?.accounts.first?.lookBack == lookBack)
    }
}
