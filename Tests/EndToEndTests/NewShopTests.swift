import Foundation
import Testing

/// A shop without an API that is added with the first file that it sends.
@Suite("A new shop from a file")
struct NewShopTests {
    private static let file = Cases.path(FileAccountTests.export)
    private static let shop = ["--new-shop", "a-files", "--platform", "douyin", "--shop", "9001"]
    private static let head =
        "# Ours.\nstore: daihuo.sqlite   # here\nroster: roster\naccounts: []\n# The end.\n"

    private static func bureau() throws -> Bureau {
        let bureau = try Bureau([])
        try bureau.folder.write(head, to: "daihuo.yaml")
        return bureau
    }

    private static func settings(_ bureau: Bureau) throws -> String {
        try String(contentsOf: bureau.folder.url.appendingPathComponent("daihuo.yaml"), encoding: .utf8)
    }

    @Test(
        "the command that is told where no account is of a file's platform makes one and imports the file",
        arguments: SpokenLanguage.allCases)
    func told(language: SpokenLanguage) throws {
        let bureau = try Self.bureau()
        bureau.language = language
        let refused = try bureau.run(["import", Self.file])
        #expect(refused.status == 2)
        let command = try #require(refused.complaints.firstMatch(of: /daihuo (import [^，。;]*)/))
        let words = command.1.split(whereSeparator: \.isWhitespace).map(String.init)
        #expect(words.contains("--new-shop") && words.contains("douyin-1"), "\(refused.complaints)")
        let result = try bureau.done(words.dropLast() + ["9001"])
        #expect(
            try Self.settings(bureau).contains(
                "- id: douyin-1\n    platform: douyin\n    shop: \"9001\"\n    file: true\n"))
        #expect(language == .chinese || result.chineseLines.isEmpty)
        #expect(try bureau.report().net == ["fs-01": 18_000])
    }

    @Test(
        "the configuration keeps its comments, its order and its rights, and says what it got; twice is once")
    func written() throws {
        let bureau = try Self.bureau()
        let path = bureau.folder.url.appendingPathComponent("daihuo.yaml").path
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
        let arguments = ["import", Self.file] + Self.shop
        let dry = try bureau.done(arguments + ["--dry-run"])
        #expect(try Self.settings(bureau) == Self.head)
        let added = "  - id: a-files\n    platform: douyin\n    shop: \"9001\"\n    file: true\n"
        #expect(dry.output.contains(added) && dry.output.contains("a-files"), "\(dry.output)")

        let result = try DaihuoProcess.run(["--now", bureau.now] + arguments, in: bureau.folder.url)
        #expect(result.status == 0 && result.output.contains(added), "\(result.output)\(result.complaints)")
        let written = Self.head.replacingOccurrences(of: "accounts: []\n", with: "accounts:\n" + added)
        #expect(try Self.settings(bureau) == written)
        let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(rights == 0o640)
        #expect(try bureau.report().net == ["fs-01": 18_000])

        let again = try bureau.done(arguments + ["--format", "json"])
        let counts = try #require(try KilledRunTests.json(again.output)["accounts"] as? [[String: Any]])
        #expect(counts.map { $0["unchanged_orders"] as? Int } == [3])
        #expect(try Self.settings(bureau) == written)
        try bureau.done("sync")
    }

    @Test(
        "what cannot be used is refused, and neither configuration nor store is touched",
        arguments: [
            (["--new-shop", "a-files"], "--platform"),
            (Self.shop + ["--account", "a-files"], "--account"),
            (["--new-shop", "a-files", "--platform", "fair", "--shop", "9001"], "fair"),
            (["--new-shop", "a-files", "--platform", "hall", "--shop", "9001"], "douyin"),
            (["--new-shop", "a-files", "--platform", "douyin", "--shop", ""], "一行文字"),
            (["--new-shop", "there", "--platform", "douyin", "--shop", "9001"], "there"),
            (["--new-shop", "a-files", "--platform", "douyin", "--shop", "9009"], "--account there"),
        ])
    func refused(arguments: [String], part: String) throws {
        let bureau = try Self.bureau()
        let there = "accounts:\n  - {id: there, platform: douyin, shop: 9009, file: true}\n"
        try bureau.edit("daihuo.yaml") { $0.replacingOccurrences(of: "accounts: []\n", with: there) }
        let before = try Self.settings(bureau)
        let refused = try bureau.run(["import", Self.file] + arguments)
        #expect(refused.status == 2 && refused.output.isEmpty, "\(refused.output)")
        #expect(refused.complaints.contains(part), "\(refused.complaints)")
        #expect(try Self.settings(bureau) == before)
        #expect(
            !FileManager.default.fileExists(
                atPath: bureau.folder.url.appendingPathComponent("daihuo.sqlite").path))
    }
}
