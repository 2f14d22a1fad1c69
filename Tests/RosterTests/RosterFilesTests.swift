import Attribution
import Domain
import Foundation
import Reports
import Service
import Tabular
import Testing

@Suite
struct RosterFilesTests {
    private static let fixtures = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("fixtures/roster")

    private static func path(_ name: String) -> String {
        fixtures.appendingPathComponent(name).path
    }

    private static func facts(host: String, at instant: Instant, product: String = "") -> LineFacts {
        LineFacts(
            platform: "douyin", channel: .douyin, shopID: "4463798", hostID: host, buyer: .person,
            saleAt: instant,
            productID: product, skuID: "s1", title: "", spec: "", quantity: Quantity(milli: 2000),
            returnedMilli: 0,
            paidFen: Fen(100), refundedFen: .zero, originRegion: nil, category: "")
    }

    @Test("sound files make a roster, whatever the order of columns")
    func sound() throws {
        let files = try RosterFiles.load(
            folder: Self.path("sound"), catalogue: Self.path("sound/catalogue.csv"))
        let roster = files.roster
        #expect(files.warnings == [])
        #expect(roster.parties.map(\.id) == ["fs-1", "fs-2", "hall-1", "hwu"])
        #expect(
            roster.party("fs-1")
                == Party(
                    id: "fs-1", name: "甲书记", kind: .firstSecretary, region: Region("411422100200"),
                    organisation: "省直某单位"))
        #expect(
            roster.campaigns == [
                Campaign(
                    id: "hall", name: "专馆", span: DaySpan(), channel: .hall, category: "蔬菜", region: nil,
                    partyID: "hall-1"),
                Campaign(
                    id: "pds-live", name: "平顶山第一书记帮带货",
                    span: DaySpan(from: BusinessDay("2022-11-01"), to: BusinessDay("2022-12-01")),
                    channel: .douyin,
                    category: "", region: Region("410400"), partyID: ""),
            ])
        let midnight = try #require(Instant(iso: "2022-11-21 00:00"))
        #expect(roster.session(platform: "douyin", shopID: "1", roomID: "700001", at: midnight) == "live-2")
    }

    @Test("what the files say reaches the credit")
    func credits() throws {
        let files = try RosterFiles.load(
            folder: Self.path("sound/"), catalogue: Self.path("sound/catalogue.csv"))
        let attributor = Attributor(roster: files.roster)
        let change = try #require(Instant(iso: "2022-11-15 00:00"))
        let new = attributor.credit(Self.facts(host: "70000000001", at: change, product: "3500000000000001"))
        #expect(new.credits.map(\.partyID) == ["fs-2"])
        #expect(new.grams == Grams(5000))
        #expect(new.county == Region("410225"))
        #expect(new.category == "蔬菜")
        let old = attributor.credit(Self.facts(host: "70000000001", at: change.advanced(byMilliseconds: -1)))
        #expect(old.credits.map(\.partyID) == ["fs-1"])
        #expect(attributor.credit(Self.facts(host: "", at: change)).credits.map(\.partyID) == ["hall-1"])
    }

    @Test("parties alone are a roster")
    func partiesAlone() throws {
        let folder = try TemporaryFolder()
        try folder.write("party,name,kind,region,organisation\np,名,venue,,\n", to: "parties.csv")
        let files = try RosterFiles.load(folder: folder.path)
        #expect(files.roster.parties.map(\.id) == ["p"])
        #expect(files.warnings == [])
    }

    @Test("two first secretaries of one village at once are a warning, not an error")
    func warning() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "party,name,kind,region,organisation\na,名,first_secretary,,\nb,名,first_secretary,,\n",
            to: "parties.csv")
        try folder.write(
            "party,region,role,from,to\na,411422100200,first_secretary,,2022-11-16\n"
                + "b,411422100200,first_secretary,2022-11-15,\n", to: "tenures.csv")
        let files = try RosterFiles.load(folder: folder.path)
        #expect(files.warnings.map(\.line) == [3])
        #expect(files.warnings.allSatisfy { $0.notice.text(in: .chinese).contains("411422100200") })
    }

    @Test(
        "days are read as they are written and as Excel saves them again",
        arguments: [
            "2020-01-02", "2020/1/2", "2020/01/02", "2020-1-2", "2020/1/02", "2020年1月2日", "2020.1.2",
            "2020/1/2 0:00", "２０２０/1/2", "20200102",
        ])
    func resavedDays(text: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("party,name,kind,region,organisation\np,名,venue,,\n", to: "parties.csv")
        try folder.write(
            "campaign,name,from,to,channel,category,region,party\nc,名,\(text),2020/2/1,,,,\n",
            to: "campaigns.csv")
        let files = try RosterFiles.load(folder: folder.path)
        let days = DaySpan(from: BusinessDay("2020-01-02"), to: BusinessDay("2020-02-01"))
        #expect(files.roster.campaigns.map(\.span) == [days])
    }

    @Test(
        "what may be two days, or is none, is refused",
        arguments: [
            "1/2/2020", "20/1/2", "2020/13/1", "2020/2/30", "2021/2/29", "2020/1-2", "2020-1/2", "1月2日",
            "2020/1/2 8:00", "2020/1", "2020//1", "2020/001/2", "2020年1月", "43832", "#N/A",
        ])
    func ambiguousDays(text: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("party,name,kind,region,organisation\np,名,venue,,\n", to: "parties.csv")
        try folder.write("party,region,role,from,to\np,,member,,\(text)\n", to: "tenures.csv")
        let error = try #require(throws: RosterError.self) { try RosterFiles.load(folder: folder.path) }
        #expect(error.problems.count == 1 && error.problems[0].line == 2)
        let what = text == "#N/A" ? "是 Excel 的错误值" : "不是日期"
        #expect(error.sentences.joined().contains("“to”列：\(what)"), "\(error.sentences)")
    }

    @Test(
        "what is to be done about a roster is never to export it from a platform",
        arguments: Sentence.all.filter { $0.code.hasPrefix("table.") && $0.chinese.hasPrefix("请") })
    func advice(sentence: Sentence) {
        let error = TabularError(
            file: "roster/parties.csv", what: Notice("table.no_time"), remedy: Notice(sentence.code))
        let notice = RosterProblem(error).notice
        for word in ["导出", "下载", "后台"] {
            #expect(!notice.text(in: .chinese).contains(word), "\(sentence.code)")
        }
        for word in ["export", "download"] {
            #expect(!notice.text(in: .english).contains(word), "\(sentence.code)")
        }
    }

    @Test(
        "what is filled in and has no effect yet is told once for each column or file, what is empty is not")
    func unused() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "party,name,kind,region,organisation,电话,note\np,名,venue,,某单位,,\nq,名,venue,,某单位,,\n",
            to: "parties.csv")
        try folder.write(
            "party,platform,kind,value,from,to\np,,room,1,,\np,,room,2,,\np,,promo,3,,\np,,host,4,,\n",
            to: "identities.csv")
        try folder.write(
            "session,platform,shop,room,party,start,end,share\ns,,1,,p,2022-11-01 20:00,2022-11-01 21:00,\n",
            to: "sessions.csv")
        try folder.write("supplier,name,region,households,people,from,to\n", to: "suppliers.csv")
        try folder.write("party,leg,from,to,fen,grams\np,sell,,,1,1\n", to: "targets.csv")
        try folder.write("party,region,role,from,to\np,,,,\n", to: "tenure.csv")
        try folder.write("platform,product,sku,title,net_grams,category,region,supplier\n", to: "goods.csv")
        let files = try RosterFiles.load(folder: folder.path, catalogue: "\(folder.path)/goods.csv")
        #expect(files.warnings.isEmpty)
        let said = files.unused.map {
            $0.notice.text(in: .chinese).replacing(folder.path + "/", with: "")
        }
        #expect(
            said == [
                "parties.csv“organisation”列：填了，但还没有用到；留着也不影响归属。",
                "parties.csv 第 1 行：不读取这些列：电话、note；留着也不影响结果。",
                "identities.csv“kind”列：有 promo、room 这样的身份，归属规则还没有用到；留着也不影响归属。",
                "sessions.csv“party”列：填了，但还没有用到；留着也不影响归属。",
                "targets.csv：填了，但还没有用到，不读取；留着也不影响结果。",
                "tenure.csv：不是名册的表，不读取；请核对名字，名册的文件有：parties.csv、tenures.csv、identities.csv、sessions.csv、campaigns.csv（或 .xlsx），或 roster.xlsx 的同名工作表。",
            ])
        for notice in files.unused.map(\.notice) {
            let text = notice.text(in: .english).replacing("电话", with: "")
            #expect(!text.holdsChinese, "\(text)")
        }
    }

    @Test(
        "everything that is wrong is said at once, with file and line",
        arguments: ["broken", "headers", "missing"])
    func golden(folder: String) throws {
        let error = try #require(throws: RosterError.self) {
            try RosterFiles.load(folder: Self.path(folder), catalogue: Self.path("\(folder)/catalogue.csv"))
        }
        let warnings = error.warnings.map { $0.notice.text(in: .chinese) }
        let said = (error.sentences + ["--"] + warnings).joined(separator: "\n") + "\n"
        let text = said.replacing(Self.path("") + "/", with: "").replacing(
            Self.path("missing"), with: "missing")
        let file = Self.fixtures.appendingPathComponent("\(folder).txt")
        if ProcessInfo.processInfo.environment["RECORD"] != nil {
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try text == String(contentsOf: file, encoding: .utf8))
        for problem in error.problems {
            #expect(
                problem.notice.text(in: .chinese).hasPrefix(
                    problem.file + (problem.line.map { " 第 \($0) 行" } ?? "")))
        }
    }

    @Test("in English it is said without a Chinese word", arguments: ["broken", "headers"])
    func english(folder: String) throws {
        let error = try #require(throws: RosterError.self) {
            try RosterFiles.load(folder: Self.path(folder), catalogue: Self.path("\(folder)/catalogue.csv"))
        }
        // What reading a table says is tested with tables.
        let own = (error.problems + error.warnings).map(\.notice).filter { notice in
            notice.arguments.contains {
                if case .notice(let half) = $0 { half.code.hasPrefix("roster.") } else { false }
            }
        }
        #expect(!own.isEmpty)
        for notice in own {
            let text = notice.text(in: .english)
            #expect(!text.holdsChinese && !text.contains("roster."), "\(text)")
        }
    }

    @Test("no message holds a person's name or the text of a cell that may be one")
    func privacy() throws {
        let error = try #require(throws: RosterError.self) {
            try RosterFiles.load(folder: Self.path("broken"), catalogue: Self.path("broken/catalogue.csv"))
        }
        for name in ["李四", "甲", "辛", "第一书记（", "（第一书记"] {
            #expect(!error.sentences.joined().contains(name))
        }
    }
}
