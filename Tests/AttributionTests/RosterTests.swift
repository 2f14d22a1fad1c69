import Domain
import SeededRandomness
import Testing

@testable import Attribution

@Suite
struct RosterTests {
    private static func slot(
        _ id: String, _ start: String, _ end: String, platform: String = "douyin", shop: String = "s",
        room: String = ""
    ) -> LiveSession {
        LiveSession(
            id: id, platform: platform, shopID: shop, roomID: room, partyID: "p",
            start: .beijing("2022-11-15 \(start)"),
            end: .beijing("2022-11-15 \(end)"), share: nil)
    }

    @Test("a slot holds from its start to before its end, then the last one for a quarter of an hour")
    func sessions() {
        let roster = Roster(
            parties: [.of("p")],
            sessions: [
                Self.slot("long", "08:00", "20:00"), Self.slot("a", "20:00", "21:00"),
                Self.slot("b", "21:00", "22:00"),
                Self.slot("b", "21:30", "22:00"), Self.slot("short", "09:00", "09:05"),
            ])
        func session(_ time: String, platform: String = "douyin", shop: String = "s", room: String = "")
            -> String?
        {
            roster.session(platform: platform, shopID: shop, roomID: room, at: .beijing("2022-11-15 \(time)"))
        }
        #expect(session("07:59:59") == nil)
        #expect(session("08:00:00") == "long")
        #expect(session("09:01:00") == "short")
        #expect(session("09:06:00") == "long")
        #expect(session("19:59:59") == "long")
        #expect(session("20:00:00") == "a")
        #expect(session("21:00:00") == "b")
        #expect(session("22:14:59") == "b")
        #expect(session("22:15:00") == nil)
        #expect(session("21:00:00", room: "r1") == "b")
        #expect(session("21:00:00", platform: "jd") == nil)
        #expect(session("21:00:00", shop: "t") == nil)
    }

    @Test("a slot may name its platform, its shop, its room or less")
    func sessionKeys() {
        let roster = Roster(
            parties: [.of("p")],
            sessions: [
                Self.slot("room", "10:00", "11:00", shop: "", room: "r1"),
                Self.slot("both", "10:00", "11:00", room: "r2"),
                Self.slot("any", "12:00", "13:00", platform: ""),
                Self.slot("nothing", "14:00", "15:00", shop: ""),
            ])
        func session(_ time: String, shop: String, room: String) -> String? {
            roster.session(platform: "douyin", shopID: shop, roomID: room, at: .beijing("2022-11-15 \(time)"))
        }
        #expect(session("10:30", shop: "t", room: "r1") == "room")
        #expect(session("10:30", shop: "s", room: "r2") == "both")
        #expect(session("10:30", shop: "s", room: "") == nil)
        #expect(session("12:30", shop: "s", room: "r9") == "any")
        #expect(session("14:30", shop: "s", room: "") == nil)
        #expect(session("14:30", shop: "", room: "") == nil)
    }

    @Test("the session found is the one that a search through all slots finds")
    func sessionProperty() {
        var random = SeededRandom()
        for _ in 0..<200 {
            let slots = (0..<random.next(in: 0...30)).map { index in
                let start = Int64(random.next(in: 0...600))
                return LiveSession(
                    id: "\(index)", platform: "", shopID: "s", roomID: "", partyID: "p",
                    start: Instant(seconds: start * 60),
                    end: Instant(seconds: (start + Int64(random.next(in: 1...120))) * 60), share: nil)
            }
            let roster = Roster(parties: [], sessions: slots)
            for _ in 0..<50 {
                let instant = Instant(seconds: Int64(random.next(in: -60...50_000)))
                let on = slots.filter { $0.start <= instant && instant < $0.end }
                let ended = slots.filter {
                    $0.end <= instant && instant < $0.end.advanced(byMilliseconds: 900_000)
                }
                let found = roster.session(platform: "x", shopID: "s", roomID: "r", at: instant)
                if let latest = on.map(\.start).max() {
                    #expect(on.contains { $0.id == found && $0.start == latest }, "seed \(random.seed)")
                } else if let latest = ended.map(\.end).max() {
                    #expect(ended.contains { $0.id == found && $0.end == latest }, "seed \(random.seed)")
                } else {
                    #expect(found == nil, "seed \(random.seed)")
                }
            }
        }
    }

    @Test("parties and campaigns are found by id and listed in order")
    func parties() {
        let campaign = Campaign(
            id: "c", name: "", span: DaySpan(), channel: nil, category: "", region: nil, partyID: "")
        let roster = Roster(parties: [.of("b"), .of("a")], campaigns: [campaign])
        #expect(roster.parties.map(\.id) == ["a", "b"])
        #expect(roster.campaigns == [campaign])
        #expect(roster.party("b")?.id == "b")
        #expect(roster.party("c") == nil)
    }

    @Test("the fingerprint changes with whatever can change a credit, and with nothing else")
    func fingerprint() {
        let parties = [Party.of("a", .firstSecretary), .of("b")]
        let tenures = [Tenure.of("a", "2022-01-01"), .of("a", "2020-01-01", "2021-01-01")]
        let identities = [Identity.of("a", .host, "h"), .of("b", .shop, "s")]
        let item = CatalogueItem(
            platform: "", productID: "p", skuID: "", title: "", netGrams: Grams(1), category: "", region: nil,
            supplier: "x")
        let base = Roster(parties: parties, tenures: tenures, identities: identities, catalogue: [item])
            .fingerprint
        #expect(base.count == 64)
        #expect(
            Roster(
                parties: parties.reversed(), tenures: tenures.reversed(), identities: identities.reversed(),
                catalogue: [item]
            ).fingerprint == base)
        let moved = Party(
            id: "b", name: "名b", kind: .unit, region: Region("411422"), organisation: "x")
        #expect(
            Roster(
                parties: [parties[0], moved], tenures: tenures, identities: identities, catalogue: [item]
            ).fingerprint
                == base)
        let others = [
            Roster(parties: [parties[0]], tenures: tenures, identities: identities, catalogue: [item]),
            Roster(
                parties: [parties[0], .of("b", .venue)], tenures: tenures, identities: identities,
                catalogue: [item]),
            Roster(
                parties: [
                    parties[0], Party(id: "b", name: "别名", kind: .unit, region: nil, organisation: ""),
                ], tenures: tenures, identities: identities, catalogue: [item]),
            Roster(parties: parties, tenures: [tenures[0]], identities: identities, catalogue: [item]),
            Roster(parties: parties, tenures: tenures, identities: [identities[0]], catalogue: [item]),
            Roster(parties: parties, tenures: tenures, identities: identities),
            Roster(
                parties: parties, tenures: tenures, identities: identities,
                sessions: [Self.slot("x", "08:00", "09:00")], catalogue: [item]),
            Roster(
                parties: parties, tenures: tenures, identities: [.of("a", .host, "hb"), .of("", .shop, "s")],
                catalogue: [item]),
        ].map(\.fingerprint)
        #expect(Set(others + [base]).count == others.count + 1)
    }
}
