import Attribution
import Domain
import Foundation
import Service
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
        #expect(files.warnings.allSatisfy { $0.text.contains("411422100200") })
    }

    @Test(
        "everything that is wrong is said at once, with file and line",
        arguments: ["broken", "headers", "missing"])
    func golden(folder: String) throws {
        let error = try #require(throws: RosterError.self) {
            try RosterFiles.load(folder: Self.path(folder), catalogue: Self.path("\(folder)/catalogue.csv"))
        }
        let said = error.description + "\n--\n" + error.warnings.map(\.text).joined(separator: "\n") + "\n"
        let text = said.replacing(Self.path("") + "/", with: "").replacing(
            Self.path("missing"), with: "missing")
        let file = Self.fixtures.appendingPathComponent("\(folder).txt")
        if ProcessInfo.processInfo.environment["RECORD"] != nil {
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try text == String(contentsOf: file, encoding: .utf8))
        for problem in error.problems {
            #expect(problem.text.hasPrefix(problem.file + (problem.line.map { " 第 \($0) 行" } ?? "")))
        }
    }

    @Test("no message holds a person's name or the text of a cell that may be one")
    func privacy() throws {
        let error = try #require(throws: RosterError.self) {
            try RosterFiles.load(folder: Self.path("broken"), catalogue: Self.path("broken/catalogue.csv"))
        }
        for name in ["李四", "甲", "辛", "第一书记（", "（第一书记"] {
            #expect(!error.description.contains(name))
        }
    }
}

/// A folder that goes away with its last holder.
private final class TemporaryFolder {
    let path = NSTemporaryDirectory() + "daihuo-roster-\(UUID().uuidString)"

    init() throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    func write(_ text: String, to name: String) throws {
        try text.write(toFile: "\(path)/\(name)", atomically: true, encoding: .utf8)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
