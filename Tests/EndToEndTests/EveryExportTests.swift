import Foundation
import Testing

/// Every export that is read, through the real program: what lands is sound, twice is once, and nothing personal stays.
@Suite("Every export through import")
struct EveryExportTests {
    /// A file of the fixtures and the platform whose account it belongs to.
    struct Export: CustomTestStringConvertible, Sendable {
        let platform, name: String
        var path: String { Self.root + "/\(platform)/files/\(name)" }
        var testDescription: String { "\(platform)/\(name)" }

        static let root = DaihuoProcess.root.appendingPathComponent("fixtures").path

        static let all: [Export] = {
            let platforms = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
            return platforms.sorted().flatMap { platform in
                let files =
                    (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(platform)/files")) ?? []
                return files.filter { $0.hasSuffix(".csv") }.sorted().map {
                    Export(platform: platform, name: $0)
                }
            }
        }()

        /// What people are called in its fixtures, where they live, and what they write.
        func personal() throws -> [String] {
            try String(contentsOfFile: Self.root + "/\(platform)/personal.txt", encoding: .utf8)
                .split(separator: "\n").map(String.init)
        }
    }

    @Test(
        "it lands in a sound store, changes nothing the second time, and leaves nothing personal",
        arguments: Export.all)
    func lands(export: Export) throws {
        let bureau = try Bureau()
        try bureau.edit("daihuo.yaml") { text in
            let names = ["wangdiantong", "jushuitan"].map { "\($0):抖音示例店" }.joined(separator: ", ")
            return text.replacing("platform: douyin\n", with: "platform: douyin\n    aliases: [\(names)]\n")
        }
        let shop =
            export.platform == "douyin"
            ? ["--account", Bureau.douyin.id]
            : ["--new-shop", "files", "--platform", export.platform, "--shop", "示例店"]
        let arguments = ["--now", bureau.now, "import", export.path, "--format", "json"] + shop
        let first = try DaihuoProcess.run(arguments, in: bureau.folder.url)
        #expect([0, 3].contains(first.status), "\(first.complaints)")
        let landed = try Self.landed(first.output)
        #expect(landed["new_orders"] ?? 0 > 0 || landed["refunds"] ?? 0 > 0, "\(first.output)")
        let before = try bureau.rows("SELECT count(*), sum(paid_fen), sum(refunded_fen) FROM v_line")

        let again = try DaihuoProcess.run(
            ["--now", bureau.now, "import", export.path, "--format", "json"] + shop, in: bureau.folder.url)
        #expect(try Self.landed(again.output)["new_orders"] == 0)
        #expect(try bureau.rows("SELECT count(*), sum(paid_fen), sum(refunded_fen) FROM v_line") == before)
        let check = try DaihuoProcess.run(
            ["--now", bureau.now, "check", "--deep", "--format", "json"], in: bureau.folder.url)
        #expect(try KilledRunTests.json(check.output)["errors"] as? Int == 0, "\(check.output)")

        var texts = [
            first.output, first.complaints, again.output, again.complaints, check.output,
            try bureau.everything(),
        ]
        for name in try FileManager.default.contentsOfDirectory(atPath: bureau.folder.url.path)
        where name.contains(".unreadable") {
            texts.append(
                try String(contentsOf: bureau.folder.url.appendingPathComponent(name), encoding: .utf8))
        }
        for word in try export.personal() {
            #expect(!texts.contains { $0.contains(word) }, "\(word)")
        }
    }

    private static func landed(_ output: String) throws -> [String: Int] {
        let account = try #require((try KilledRunTests.json(output)["accounts"] as? [[String: Any]])?.first)
        return account.compactMapValues { $0 as? Int }
    }
}
