import Domain
import Foundation
import Platforms
import Reports
import Testing

@testable import Service
@testable import Sync

@Suite("The file of an account's tokens")
struct StoredTokenFileTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// The tokens of an account whose settings begin with this pair.
    private func tokens(_ access: String? = "a0", _ refresh: String? = "r0", keys: String = "") throws
        -> AccountTokens
    {
        try write("parties.csv", "party,name,kind,region,organisation\n")
        let pair = [access.map { "access_token: \($0)" }, refresh.map { "refresh_token: \($0)" }]
        let given = (pair.compactMap(\.self) + [keys]).filter { !$0.isEmpty }.joined(separator: ", ")
        try write(
            "daihuo.yaml",
            """
            store: s.sqlite
            roster: .
            accounts:
              - {id: 甲/1, platform: douyin, shop: "1", base_url: "http://127.0.0.1:9", app_key: k, app_secret: s,
                 since: 2022-11-01, \(given)}

            """)
        let workplace = try Workplace(config: "\(folder.path)/daihuo.yaml", environment: [:], time: .wall)
        return try #require(workplace.tokens(ofAccount: "甲/1"))
    }

    @Test("an access token alone is as static as any other, and check has nothing against it")
    func withoutRefreshToken() throws {
        let tokens = try tokens("a0", nil, keys: "token: {file: t.json}")
        #expect(tokens.works(at: Self.now) && !tokens.refreshes(at: Self.now) && tokens.accessToken == "a0")
        let config = "\(folder.path)/daihuo.yaml"
        let workplace = try Workplace(config: config, environment: [:], time: .wall)
        let findings = CheckList(config: config, environment: [:], time: .wall).tokens(workplace)
        #expect(findings.map(\.severity) == [.ok] && findings[0].what.code == "check.token_stays")
    }

    private func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: URL(filePath: "\(folder.path)/\(name)"))
    }

    private func mode(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return try #require(attributes[.posixPermissions] as? Int)
    }

    private static let issued = IssuedToken(
        accessToken: "a1", refreshToken: "r1", accessUntil: Instant(seconds: 1_700_000_000),
        refreshUntil: Instant(seconds: 1_800_000_000))
    private static let now = Instant(seconds: 1_669_881_600)

    @Test(
        "it stands beside the store, its folder and itself are its owner's alone, and nothing is left beside it"
    )
    func rights() throws {
        umask(0)
        defer { umask(0o022) }
        let tokens = try tokens()
        #expect(try tokens.kept().accessToken == "a0")
        try tokens.file.write(try tokens.kept().renewed(by: Self.issued, at: Self.now))
        let path = "\(folder.path)/s.sqlite.tokens/%E7%94%B2%2F1.json"
        #expect(tokens.file.path == path)
        #expect(try mode(path) == 0o600 && mode("\(folder.path)/s.sqlite.tokens") == 0o700)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/s.sqlite.tokens").count == 1)
        #expect(try tokens.kept().refreshToken == "r1")
    }

    @Test("what was left half-written is not read, and is written over")
    func halfWritten() throws {
        let tokens = try tokens(keys: "token: {file: t.json}")
        try tokens.file.write(try tokens.kept())
        try write("t.json.new", "{\"access_token\":")
        #expect(try tokens.kept().accessToken == "a0")
        try tokens.file.write(try tokens.kept().renewed(by: Self.issued, at: Self.now))
        #expect(try tokens.kept().accessToken == "a1")
        #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/t.json.new"))
    }

    @Test("another pair that a person puts in counts; the same one, and one that is taken away, does not")
    func seed() throws {
        let first = try tokens(keys: "token: {file: t.json}")
        try first.file.write(try first.kept().renewed(by: Self.issued, at: Self.now))
        for (access, refresh, kept) in [
            ("a0", "r0", "a1"), (nil, nil, "a1"), ("a9", "r9", "a9"), ("a0", "r9", "a0"), ("a0", "r0", "a1"),
        ] as [(String?, String?, String)] {
            #expect(try tokens(access, refresh, keys: "token: {file: t.json}").kept().accessToken == kept)
        }
        // The pair that was put in is the one that is refreshed from then on.
        let second = try tokens("a9", "r9", keys: "token: {file: t.json}")
        try second.file.write(try second.kept().asking(at: Self.now))
        #expect(try second.kept().asks == 1)
    }

    @Test("what others may read, and what is no file of tokens, is refused in a sentence without a token")
    func refused() throws {
        let tokens = try tokens(keys: "token: {file: t.json}")
        try tokens.file.write(try tokens.kept().renewed(by: Self.issued, at: Self.now))
        let path = "\(folder.path)/t.json"
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
        #expect(throws: TokenFailure(Notice("tokens.file_open", path))) { try tokens.kept() }
        try write("t.json", #"{"access_token":"SECRET","asks":"SECRET"}"#)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        let error = try #require(throws: TokenFailure.self) { try tokens.kept() }
        #expect(error.advice.code == "tokens.file_foreign" && !"\(error)".contains("SECRET"))
        let none = try #require(throws: TokenFailure.self) {
            try self.tokens(nil, nil, keys: "token: {file: other.json}").kept()
        }
        #expect(none.advice.text(in: .chinese).contains("daihuo authorise 甲/1 --code -"))
    }

    @Test("one holds the lock at a time, whoever reads needs none, and it outlives the renaming")
    func lock() async throws {
        let tokens = try tokens(keys: "token: {file: t.json}")
        let first = try await tokens.file.lock(patience: .zero)
        try tokens.file.write(try tokens.kept().renewed(by: Self.issued, at: Self.now))
        let error = await #expect(throws: TokenFailure.self) {
            try await tokens.file.lock(patience: .milliseconds(60))
        }
        #expect(error?.isTransient == true)
        #expect(try tokens.kept().accessToken == "a1")
        first.release()
        let second = try await tokens.file.lock(patience: .zero)
        second.release()
        #expect(try mode("\(folder.path)/t.json.lock") == 0o600)
    }

    @Test("a folder that cannot be made is told, with the file")
    func unwritable() throws {
        try write("t", "")
        let tokens = try tokens(keys: "token: {file: t/x.json}")
        let error = try #require(throws: TokenFailure.self) {
            try tokens.file.write(try tokens.kept().asking(at: Self.now))
        }
        #expect(
            error.advice.code == "tokens.file_unwritable" || error.advice.code == "tokens.file_unreadable")
    }

    @Test("two accounts with one file, a platform without tokens and anything but a file are refused")
    func settings() throws {
        try write("parties.csv", "party,name,kind,region,organisation\n")
        let keys = "base_url: \"http://127.0.0.1:9\", app_key: k, app_secret: s, since: 2022-11-01"
        try write(
            "daihuo.yaml",
            """
            store: s.sqlite
            roster: .
            accounts:
              - {id: a, platform: douyin, shop: "1", \(keys), token: {file: t.json}}
              - {id: b, platform: douyin, shop: "2", \(keys), token: {file: t.json}}
              - {id: c, platform: p832, shop: "3", \(keys), access_token: t, token: {file: u.json}}
              - {id: d, platform: douyin, shop: "4", \(keys), token: u.json}
              - {id: e, platform: douyin, shop: "5", \(keys)}

            """)
        let error = try #require(throws: SettingsError.self) {
            try Settings.load(path: "\(folder.path)/daihuo.yaml", environment: [:])
        }
        let said = error.problems.map { "\($0.line ?? 0) \($0.what.code)" }
        #expect(
            said == [
                "5 settings.token_file_twice", "6 settings.no_tokens", "7 settings.token_file",
                "8 settings.key_needed",
            ])
    }
}
