import Domain
import Foundation
import Reports
import Testing

@testable import Service

/// What settings accept although nothing uses it yet.
@Suite("Keys that nothing uses yet")
struct UnusedKeysTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("each key is told once with all its accounts, and neither warns nor changes how strict checks end")
    func accounts() throws {
        let said = try unused(
            """
              - {id: a, platform: douyin, shop: "1", \(Self.access), aliases: ["jushuitan:1"], every: 15m, rate: 5}
              - {id: b, platform: p832, shop: "2", \(Self.access), aliases: ["jushuitan:2"], refresh_token: r}
              - {id: c, platform: douyin, shop: "3", \(Self.access), token_until: 2023-01-01}

            """)
        #expect(
            said == [
                "账号：“refresh_token”可以写，但还没有用到（b）"
            ])
    }

    @Test(
        "the rate of a description is used by accounts on its own host that state none",
        arguments: [
            ("base_url: https://api.example.com", "", true),
            ("base_url: https://api.example.com", "rate: 5", false),
            ("base_url: https://api.example.com", "base_url: \"http://127.0.0.1:9\"", false),
            ("", "base_url: \"http://127.0.0.1:9\"", false),
        ])
    func rate(ofPlatform: String, ofAccount: String, isUsed: Bool) throws {
        let access = "app_key: k, since: 2022-11-01"
        let account = [access, ofAccount].filter { !$0.isEmpty }.joined(separator: ", ")
        let description = Self.description.replacing("HOST", with: ofPlatform)
        let said = try unused("  - {id: a, platform: zz, shop: \"1\", \(account)}\n", description)
        let title = "平台描述：“title”可以写，但还没有用到（zz）"
        #expect(said == (isUsed ? [title] : [title, "平台描述：“rate”可以写，但还没有用到（zz）"]))
    }

    @Test("what the starter files set and show is no reason to warn")
    func starter() throws {
        for file in StarterFiles.files(in: .chinese) {
            let url = URL(filePath: "\(folder.path)/\(file.path)")
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(file.text.utf8).write(to: url)
        }
        let workplace = try Workplace(config: "\(folder.path)/daihuo.yaml", environment: [:], time: .wall)
        #expect(workplace.unusedKeys.isEmpty)
    }

    /// The lines that are told of accounts and descriptions.
    private func unused(_ accounts: String, _ description: String? = nil) throws -> [String] {
        try FileManager.default.createDirectory(
            atPath: "\(folder.path)/platforms", withIntermediateDirectories: true)
        try write("parties.csv", "party,name,kind,region,organisation\n")
        if let description { try write("platforms/zz.yaml", description) }
        try write("daihuo.yaml", "store: s.sqlite\nroster: .\nplatforms: platforms\naccounts:\n" + accounts)
        let workplace = try Workplace(config: "\(folder.path)/daihuo.yaml", environment: [:], time: .wall)
        let report = CheckReport(findings: workplace.unusedKeys)
        #expect(report.exitCode(isStrict: true) == .done && report.count(of: .warning) == 0)
        for finding in report.findings {
            let notices = [finding.place, finding.what, finding.advice].compactMap { $0?.text(in: .english) }
            #expect(
                notices.count == 3 && notices.allSatisfy { $0.utf8.allSatisfy { $0 < 128 } }, "\(notices)")
        }
        return report.findings.compactMap { finding in
            finding.place.map { Notice("joined", $0, finding.what).text(in: .chinese) }
        }
    }

    private func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: URL(filePath: "\(folder.path)/\(name)"))
    }

    private static let access = """
        base_url: "http://127.0.0.1:9", app_key: k, app_secret: s, access_token: t, since: 2022-11-01
        """

    private static let description = """
        name: zz
        title: 试验
        channel: event
        HOST
        feeds:
          - name: orders
            rate: 3
            time: seconds
            request: {path: /orders, query: {from: "{from}", to: "{to}", page: "{page}"}}
            paging: {kind: page, size: 10}
            answer: {records: list}
            order:
              id: no
              dated_by: payment
              paid_at: paid
              updated_at: updated
              money: fen
              lines: {title: goods, quantity: q, paid: total}

        """
}
