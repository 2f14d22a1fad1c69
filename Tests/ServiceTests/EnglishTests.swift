import Attribution
import Domain
import Foundation
import GRDB
import Reports
import Store
import Testing

@testable import Service

/// What staff are told by `check`, `import` and admission, for those who read English.
@Suite("What is told in English")
struct EnglishTests {
    /// Something that is not as it should be, by what of it is told.
    enum Situation: String, CaseIterable {
        case wrongFiles, admission, store, damagedStore, settings, report

        /// How many different things are told at least.
        var codesMin: Int {
            switch self {
            case .wrongFiles, .admission, .store, .settings: 4
            case .damagedStore: 8
            case .report: 2
            }
        }
    }

    @Test(
        "each sentence is known in both languages, and the English one holds no Chinese",
        arguments: Situation.allCases)
    func english(situation: Situation) async throws {
        let notices = try await notices(of: situation)
        #expect(Set(notices.map(\.code)).count >= situation.codesMin, "\(notices)")
        for notice in notices {
            let (chinese, english) = (notice.text(in: .chinese), notice.text(in: .english))
            #expect(chinese.holdsChinese, "\(notice)")
            #expect(!english.holdsChinese && !english.contains("{"), "\(english)")
        }
    }

    private func notices(of situation: Situation) async throws -> [Notice] {
        switch situation {
        case .wrongFiles: try await wrongFiles()
        case .admission: try await admission()
        case .store: try await Self.store()
        case .damagedStore: try await Self.damagedStore()
        case .settings: try await settings()
        case .report: try await report()
        }
    }

    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Files that belong to nobody, or to somebody else, or are none.
    private func wrongFiles() async throws -> [Notice] {
        let workplace = try workplace()
        let orders = try write(
            "orders.csv",
            "主订单编号,子订单编号,商品数量,订单应付金额,订单提交时间,订单状态\n7013000000000000001,7013000000000000001,1,50.00,2022-11-02 20:00:00,已完成\n"
        )
        let other = try write("other.csv", "a,b\n1,2\n")
        let questions: [(file: String, account: String?, format: String?)] = [
            (orders, "nobody", nil), (orders, nil, nil), (orders, "fair", nil), (other, nil, nil),
            (orders, nil, "unheard-of"),
        ]
        return questions.flatMap { question in
            do throws(ServiceError) {
                _ = try ImportStage.inputs(
                    [question.file], account: question.account, named: question.format, in: workplace)
                return [Notice]()
            } catch {
                return error.notices
            }
        }
    }

    /// Sources that are another shop now, or another description, and a description that is edited.
    private func admission() async throws -> [Notice] {
        let at = Instant(seconds: 1_667_400_000)
        let shop = try DescribedShop([[EditedDescription.record(number: 0, at, paid: 1_000, back: 300)], []])
        let yaml = EditedDescription().yaml
        try await shop.sync(yaml)
        var notices: [Notice] = []
        let other = SourceFacts(name: "z", platform: "douyin", shopID: "9", api: nil)
        let edited = yaml.replacing("quantity: q", with: "quantity: nowhere")
        let keys = yaml.replacing("      id: no\n", with: "      id: no2\n")
        for facts in [other, try shop.facts(edited), try shop.facts(keys)] {
            for finding in try await shop.pipeline.checkSources([facts]) {
                notices += [finding.place, finding.what, finding.advice].compactMap(\.self)
            }
        }
        try await shop.sync(edited)
        notices += try await shop.pipeline.checkSources([shop.facts(edited)]).map(\.what)
        return notices.filter { $0.code != "verbatim" }
    }

    /// A store that is sound, and one that another roster decided.
    private static func store() async throws -> [Notice] {
        let tables = try await EveryTable()
        let store = try OrderStore(reading: tables.sound)
        let nobody = Pipeline(store: store, roster: Roster(parties: []), now: { Instant(seconds: 0) })
        var findings = try await nobody.checkStore()
        findings += try await nobody.checkStore(sample: 1)
        withExtendedLifetime(tables) {}
        return findings.flatMap { [$0.place, $0.what, $0.advice].compactMap(\.self) }
    }

    /// Cells of each kind that do not fit, in rows that are known by different things.
    private static func damagedStore() async throws -> [Notice] {
        let store = try await EveryTable()
        var notices: [Notice] = []
        for damage in [
            "UPDATE order_line SET paid_fen = paid_fen + 1", "UPDATE daily SET grams = grams + 1",
            "UPDATE batch SET hash = hash || 'x'", "DELETE FROM daily_read", "DELETE FROM refund",
            "UPDATE roster SET hash = hash || 'x'", "UPDATE statement SET said = said || 'x'",
            "DELETE FROM shop", "UPDATE page SET records = records + 1",
        ] {
            let findings = try await store.findings { try $0.execute(sql: damage) }
            for finding in findings ?? [] where finding.severity == .error {
                notices += [finding.place, finding.what, finding.advice].compactMap(\.self)
            }
        }
        let codes = Set(notices.map(\.code))
        #expect(codes.isSuperset(of: ["check.cell_differs", "check.cell_disagrees", "check.batch_broken"]))
        return notices
    }

    /// A configuration without a store, with a token that has ended and one that soon will.
    private func settings() async throws -> [Notice] {
        let list = CheckList(
            config: try config(), environment: [:], time: try TimeSource(rehearsing: "2022-12-30T00:00:00"))
        let report = await list.run()
        #expect(report.findings.contains { $0.what.code == "check.token_ended" }, "\(report)")
        return report.findings.flatMap { [$0.what, $0.advice].compactMap(\.self) }
    }

    /// A report of a store whose sums were changed, and that another roster decided.
    private func report() async throws -> [Notice] {
        let (sound, path) = (try await EveryTable(), folder.path + "/changed.sqlite")
        try FileManager.default.copyItem(atPath: sound.sound, toPath: path)
        try await DatabaseQueue(path: path).write {
            try $0.execute(sql: "UPDATE daily_read SET read_fen = read_fen + 1")
        }
        let scope = ReportScope(
            from: BusinessDay(number: 0), to: BusinessDay(number: 30_000), leg: .any, by: .party)
        let pipeline = Pipeline(
            store: try OrderStore(reading: path), roster: Roster(parties: []), now: { Instant(seconds: 0) })
        return try await pipeline.attributionReport(scope).verdict(strict: true).complaints
    }

    private func workplace() throws -> Workplace {
        try Workplace(config: try config(), environment: [:], time: .wall)
    }

    private func config() throws -> String {
        _ = try write("parties.csv", "party,name,kind,region,organisation\n")
        return try write(
            "daihuo.yaml",
            """
            store: daihuo.sqlite
            roster: .
            accounts:
              - {id: north, platform: douyin, shop: "1", base_url: "http://127.0.0.1:9", app_key: k, app_secret: s,
                 access_token: t, since: 2022-11-01, token_until: 2022-12-01}
              - {id: south, platform: douyin, shop: "2", base_url: "http://127.0.0.1:9", app_key: k, app_secret: s,
                 access_token: t, since: 2022-11-01, token_until: 2023-01-02}
              - {id: fair, platform: p832, shop: "3", base_url: "http://127.0.0.1:9", app_key: k,
                 app_secret: s, since: 2022-11-01}

            """)
    }

    private func write(_ name: String, _ text: String) throws -> String {
        let path = folder.path + "/" + name
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return path
    }
}

extension String {
    /// Whether there is a Chinese character in it, or punctuation as Chinese has it.
    fileprivate var holdsChinese: Bool {
        unicodeScalars.contains {
            (0x2E80...0xFFEF).contains($0.value) || (0x2018...0x201D).contains($0.value)
        }
    }
}
