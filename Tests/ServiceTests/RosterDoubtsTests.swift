import Attribution
import Domain
import Reports
import Testing

@testable import Service
@testable import Store

@Suite("What is sound in the roster and yet credits nobody")
struct RosterDoubtsTests {
    private static let november = DaySpan(from: BusinessDay("2022-11-01"), to: BusinessDay("2022-12-01"))
    private static let december = DaySpan(from: BusinessDay("2022-12-01"))

    private func party(_ id: String, _ kind: PartyKind = .enterprise) -> Party {
        Party(id: id, name: "", kind: kind, region: nil, organisation: "")
    }

    private func host(
        _ partyID: String, _ span: DaySpan = DaySpan(), platform: String = "douyin", value: String = "7000"
    ) -> Identity {
        Identity(partyID: partyID, platform: platform, kind: .host, value: value, span: span)
    }

    private func tenure(_ partyID: String, _ span: DaySpan) -> Tenure {
        Tenure(partyID: partyID, region: nil, role: "", span: span)
    }

    private func doubts(
        _ parties: [Party], _ identities: [Identity], _ tenures: [Tenure] = []
    ) -> [RosterDoubt] {
        RosterDoubts(
            RosterFacts(parties: parties, tenures: tenures, identities: identities),
            platforms: ["douyin", "p832"]
        ).all
    }

    private func codes(_ doubts: [RosterDoubt]) -> [String] {
        doubts.map { $0.finding(paidFen: nil).what.code }
    }

    private func line(_ hostID: String, _ day: String, platform: String = "douyin") throws -> IdentifiedLine {
        IdentifiedLine(
            platform: platform, shopID: "1", hostID: hostID, roomID: "", purchaserID: "", purchaserName: "",
            day: try #require(BusinessDay(day)), paidFen: Fen(100))
    }

    @Test("an id is held twice only where two parties can be credited by it on one platform and one day")
    func heldTwice() {
        let both = [party("a"), party("b")]
        #expect(codes(doubts(both, [host("a"), host("b")])) == ["check.identity_held_twice"])
        #expect(codes(doubts(both, [host("a"), host("b", platform: "")])) == ["check.identity_held_twice"])
        for sound in [
            [host("a"), host("a", Self.november)], [host("a", Self.november), host("b", Self.december)],
            [host("a"), host("b", platform: "p832")], [host("a"), host("b", value: "7001")],
        ] {
            #expect(doubts(both, sound).isEmpty)
        }
        // One after the other, two secretaries go on air in one room.
        let secretaries = [party("a", .firstSecretary), party("b", .firstSecretary)]
        let inTurn = [tenure("a", Self.november), tenure("b", Self.december)]
        #expect(doubts(secretaries, [host("a"), host("b")], inTurn).isEmpty)
        let atOnce = [tenure("a", Self.november), tenure("b", Self.november)]
        #expect(
            codes(doubts(secretaries, [host("a"), host("b")], atOnce)) == ["check.identity_held_twice"])
    }

    @Test("a party that needs a tenure and has none is told, all of them in one sentence")
    func withoutTenure() throws {
        let parties = (1...5).map { party("fs-\($0)", .firstSecretary) } + [party("e")]
        let found = doubts(parties, [], [tenure("fs-1", Self.november)])
        #expect(codes(found) == ["check.without_tenure"])
        let finding = try #require(found.first).finding(paidFen: Fen(1_234))
        #expect(finding.names == ["fs-2", "fs-3", "fs-4", "fs-5"])
        #expect(
            finding.what.text(in: .chinese)
                == "有 4 个第一书记、工作队或会员没有任期（fs-2、fs-3、fs-4），什么也不会归属给他们；涉及的实付共 12.34 元")
        #expect(!found[0].finding(paidFen: nil).what.text(in: .chinese).contains("元"))
    }

    @Test(
        "a platform that nobody knows is told with the nearest one, be it in Chinese",
        arguments: [("douyn", "douyin"), ("抖因台", "抖音")])
    func unknownPlatform(name: String, nearest: String) throws {
        let found = doubts([party("a")], [host("a", platform: name), host("a", platform: name, value: "2")])
        let said = try #require(found.first).finding(paidFen: .zero).what.text(in: .chinese)
        #expect(said == "名册里平台写作“\(name)”的身份（2 个）永远匹配不上；涉及的实付共 0.00 元；没有这个平台，是不是“\(nearest)”？")
    }

    @Test(
        "at stake is what was paid for the lines of the id, on the days and the platform in doubt, each once a doubt"
    )
    func money() throws {
        let found = doubts(
            [party("a"), party("b"), party("fs", .firstSecretary)],
            [
                host("a", Self.november), host("b"), host("fs", value: "7009"), host("fs", value: "7009"),
                host("fs", platform: "douyn", value: "7000"),
            ])
        #expect(
            codes(found) == [
                "check.identity_platform_unknown", "check.without_tenure", "check.identity_held_twice",
            ])
        var stake = MoneyAtStake(of: found)
        for line in try [
            line("7000", "2022-11-05"), line("7000", "2022-12-05"), line("7009", "2022-11-05"),
            line("7000", "2022-11-05", platform: "p832"), line("", "2022-11-05"),
        ] { stake.add(line) }
        #expect(stake.paidFen == [Fen(300), Fen(100), Fen(100)])
    }

    @Test("of very many ids that are held twice the first have a warning each, the others one")
    func many() throws {
        let identities = (100..<125).flatMap { [host("a", value: "\($0)"), host("b", value: "\($0)")] }
        let found = doubts([party("a"), party("b")], identities)
        #expect(found.count == 21)
        #expect(
            found.last?.finding(paidFen: nil).what
                == Notice("check.further_held_twice", 5, Notice("hint.none")))
    }
}
