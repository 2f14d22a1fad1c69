import Domain
import Foundation
import Reports
import Testing

@testable import Service

/// What `check` notes of look-backs, and how it names many accounts.
@Suite("Notes on look-backs")
struct LookBackNotesTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("of accounts that are never looked at again late changes are not found, and check says so")
    func never() throws {
        let workplace = try workplace(["", "look_back: never", "look_back: {3d: 1h}"])
        let notes = workplace.lookBackNotes
        #expect(notes.map(\.severity) == [.note] && notes.map(\.names) == [["a1"]])
        #expect(notes[0].what.text(in: .chinese).hasSuffix("迟到的和悄悄改动的发现不了：a1"))
        #expect(try self.workplace(["", ""]).lookBackNotes.isEmpty)
    }

    @Test(
        "a look-back that goes further than the platform is noted with both figures",
        arguments: [
            ("{3d: 1h, 90d: 1d}", nil), ("{3d: 1h, 91d: 1d}", 91), ("{9999d: 7d}", 9_999),
            ("{3d: 1h, all: 7d}", nil), ("{all: 1h}", nil), ("{200d: 1h, all: 7d}", 200),
        ] as [(String, Int?)])
    func tooDeep(lookBack: String, days: Int?) throws {
        let notes = try workplace(["look_back: \(lookBack)"]).lookBackNotes
        let said = notes.map { $0.what.text(in: .chinese) }
        #expect(said == (days.map { ["look_back 写到 \($0) 天，平台只给最近 90 天的记录"] } ?? []))
    }

    @Test("of many accounts three are named in words, and all of them for programs")
    func many() throws {
        let settings = Array(repeating: "look_back: never, refresh_token: r", count: 15)
        let workplace = try workplace(settings + [""], platform: "p832")
        let findings = workplace.lookBackNotes + workplace.unusedKeys
        #expect(findings.count == 2)
        for finding in findings {
            #expect(finding.what.text(in: .chinese).contains("a0、a1、a2 等 15 个账号"))
            #expect(!finding.what.text(in: .english).contains("a3"))
            #expect(finding.names == (0..<15).map { "a\($0)" })
        }
        let json = CheckReport(findings: findings).json(in: .english)
        #expect(json.ranges(of: #""a14""#).count == 2)
    }

    /// A workplace of these accounts, each with what is written of it besides.
    private func workplace(_ settings: [String], platform: String = "douyin") throws -> Workplace {
        let items = settings.enumerated().map { number, setting in
            """
              - {id: a\(number), platform: \(platform), shop: "\(number)", base_url: "http://127.0.0.1:9", app_key: k,
                 app_secret: s, access_token: t, since: 2022-11-01\(setting.isEmpty ? "" : ", ")\(setting)}

            """
        }
        try Data("party,name,kind,region,organisation\n".utf8).write(
            to: URL(filePath: "\(folder.path)/parties.csv"))
        try Data("store: s.sqlite\nroster: .\naccounts:\n\(items.joined())".utf8).write(
            to: URL(filePath: "\(folder.path)/daihuo.yaml"))
        return try Workplace(config: "\(folder.path)/daihuo.yaml", environment: [:], time: .wall)
    }
}
