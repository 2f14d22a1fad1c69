import Domain
import Testing

@testable import Attribution

@Suite
struct AttributorTests {
    private static func sell(_ party: String, _ evidence: Evidence) -> Credit {
        Credit(leg: .sell, partyID: party, share: .whole, evidence: evidence)
    }

    private static func unassigned(
        _ leg: Leg, _ reason: UnassignedReason, _ evidence: Evidence, candidates: [String] = []
    ) -> Credit {
        Credit(unassigned: leg, share: .whole, reason: reason, evidence: evidence, candidateIDs: candidates)
    }

    @Test("the host beats the shop, and the shop counts where nobody holds the host's id")
    func precedence() {
        let attributor = Attributor(
            roster: Roster(
                parties: [.of("hall"), .of("fs", .firstSecretary)], tenures: [.of("fs")],
                identities: [.of("fs", .host, "h1"), .of("hall", .shop, "s1")]))
        #expect(attributor.credit(.of(shop: "s1", host: "h1")).credits == [Self.sell("fs", .hostID)])
        #expect(attributor.credit(.of(shop: "s1", host: "h2")).credits == [Self.sell("hall", .shopID)])
        #expect(attributor.credit(.of(shop: "s1")).credits == [Self.sell("hall", .shopID)])
        let nobody = attributor.credit(.of(shop: "s2", host: "h2")).credits
        #expect(nobody == [Self.unassigned(.sell, .noIdentity, .none)])
    }

    @Test("in lists that staff keep a party is known by its own id and name, if nobody else has that")
    func namedInLists() {
        let attributor = Attributor(
            roster: Roster(
                parties: [
                    Party(id: "fs", name: "示例书记", kind: .firstSecretary, region: nil, organisation: ""),
                    Party(id: "hall", name: "示例馆", kind: .venue, region: nil, organisation: ""),
                    Party(id: "x", name: "同名", kind: .venue, region: nil, organisation: ""),
                    Party(id: "y", name: "同名", kind: .venue, region: nil, organisation: ""),
                ], tenures: [.of("fs")], identities: [.of("hall", .shop, "s")]))
        func credits(_ host: String, on platform: String) -> [Credit] {
            var facts = LineFacts.of(shop: "s", host: host)
            facts.platform = platform
            return attributor.credit(facts).credits
        }
        for platform in ["hall", "counter", "relay", "event", "media", "canteen", "union", "zone", "other"] {
            #expect(credits("fs", on: platform) == [Self.sell("fs", .hostID)])
            #expect(credits("示例书记", on: platform) == [Self.sell("fs", .hostID)])
        }
        #expect(credits("示例书记", on: "douyin") == [Self.sell("hall", .shopID)])
        #expect(credits("不认识", on: "hall") == [Self.sell("hall", .shopID)])
        #expect(
            credits("同名", on: "hall")
                == [Self.unassigned(.sell, .ambiguous, .hostID, candidates: ["x", "y"])])
    }

    @Test("a village's shared account goes by tenure, on the very day of the change")
    func successor() {
        let attributor = Attributor(
            roster: Roster(
                parties: [.of("old", .firstSecretary), .of("new", .firstSecretary), .of("hall")],
                tenures: [.of("old", "2020-05-01", "2022-11-15"), .of("new", "2022-11-15")],
                identities: [.of("old", .host, "h"), .of("new", .host, "h"), .of("hall", .shop, "s")]))
        func credit(at instant: String) -> [Credit] {
            attributor.credit(.of(shop: "s", host: "h", at: instant)).credits
        }
        #expect(credit(at: "2022-11-14 23:59:59") == [Self.sell("old", .hostID)])
        #expect(credit(at: "2022-11-15 00:00:00") == [Self.sell("new", .hostID)])
        #expect(credit(at: "2022-11-14T16:00:00Z") == [Self.sell("new", .hostID)])
        #expect(credit(at: "2020-05-01 00:00:00") == [Self.sell("old", .hostID)])
        // Before both: the evidence says who it was, so the shop doesn't get it.
        #expect(credit(at: "2020-04-30 23:59:59") == [Self.unassigned(.sell, .outsideTenure, .hostID)])
    }

    @Test("several parties with the id and in tenure: nobody, until a person decides")
    func ambiguous() {
        let attributor = Attributor(
            roster: Roster(
                parties: [.of("a", .firstSecretary), .of("b", .workTeam), .of("c")],
                tenures: [.of("a"), .of("b", "2022-11-16")],
                identities: [
                    .of("a", .host, "h"), .of("b", .host, "h"), .of("c", .host, "other"),
                    .of("c", .shop, "s"),
                    .of("a", .host, "h", platform: "douyin"), .of("a", .host, "other"),
                ]))
        #expect(attributor.credit(.of(host: "h")).credits == [Self.sell("a", .hostID)])
        #expect(
            attributor.credit(.of(shop: "s", host: "h", at: "2022-11-16 00:00")).credits
                == [Self.unassigned(.sell, .ambiguous, .hostID, candidates: ["a", "b"])])
        #expect(
            attributor.credit(.of(host: "other")).credits
                == [Self.unassigned(.sell, .ambiguous, .hostID, candidates: ["a", "c"])])
    }

    @Test(
        "who needs a tenure has none without it; the others are credited by identity alone",
        arguments: PartyKind.allCases)
    func kinds(kind: PartyKind) {
        let roster = Roster(parties: [.of("p", kind)], identities: [.of("p", .shop, "s")])
        let expected =
            kind.needsTenure ? Self.unassigned(.sell, .outsideTenure, .shopID) : Self.sell("p", .shopID)
        #expect(Attributor(roster: roster).credit(.of(shop: "s")).credits == [expected])
    }

    @Test("an identity counts on its platform and in its span only")
    func identitySpan() {
        let attributor = Attributor(
            roster: Roster(
                parties: [.of("a"), .of("b")],
                identities: [
                    .of("a", .host, "h", platform: "kuaishou"),
                    .of("b", .host, "h", "2022-11-15", "2022-11-16"),
                    .of("a", .shop, "s"),
                ]))
        #expect(attributor.credit(.of(shop: "s", host: "h")).credits == [Self.sell("b", .hostID)])
        #expect(
            attributor.credit(.of(shop: "s", host: "h", at: "2022-11-16 00:00")).credits == [
                Self.sell("a", .shopID)
            ])
        #expect(
            attributor.credit(.of(platform: "kuaishou", shop: "s", host: "h", at: "2022-11-14 00:00")).credits
                == [Self.sell("a", .hostID)])
    }

    @Test("the buy leg is an organisation's: by account, then by exact name")
    func buyers() {
        let attributor = Attributor(
            roster: Roster(
                parties: [.of("hwu", .university), .of("hnu", .university)],
                identities: [
                    .of("hwu", .purchaser, "p1"), .of("hnu", .purchaserName, "河南师范大学（新乡 校区）"),
                    .of("hwu", .shop, "s"),
                ]))
        func buy(_ buyer: Buyer) -> Credit? {
            attributor.credit(.of(shop: "s", buyer: buyer)).credits.dropFirst().first
        }
        func credited(_ party: String, _ evidence: Evidence) -> Credit {
            Credit(leg: .buy, partyID: party, share: .whole, evidence: evidence)
        }
        let name = "河南师范大学（新乡 校区）"
        #expect(buy(.person) == nil)
        #expect(buy(.organisation(purchaserID: "p1", name: name)) == credited("hwu", .purchaserID))
        #expect(buy(.organisation(purchaserID: "p2", name: name)) == credited("hnu", .purchaserName))
        #expect(
            buy(.organisation(purchaserID: "", name: " 河南师范大学(新乡\u{3000}校区) "))
                == credited("hnu", .purchaserName))
        for name in ["河南师范大学", "河南师范大学（新乡校区）", ""] {
            let nobody = Self.unassigned(.buy, .noIdentity, .none)
            #expect(buy(.organisation(purchaserID: "", name: name)) == nobody)
        }
        #expect(attributor.credit(.of(shop: "s", buyer: .person)).credits == [Self.sell("hwu", .shopID)])
    }

    @Test("what the source states of county and category beats the catalogue")
    func goods() throws {
        let (own, other) = (try #require(Region("410225")), try #require(Region("411422")))
        let item = CatalogueItem(
            platform: "", productID: "p", skuID: "", title: "", netGrams: Grams(2500), category: "蔬菜",
            region: other,
            supplier: "")
        let attributor = Attributor(roster: Roster(parties: [], catalogue: [item]))
        let stated = attributor.credit(.of(product: "p", origin: own, category: "水果"))
        #expect((stated.county, stated.category) == (own, "水果"))
        let unstated = attributor.credit(.of(product: "p"))
        #expect((unstated.county, unstated.category) == (other, "蔬菜"))
        let unknown = attributor.credit(.of(product: "q"))
        #expect((unknown.county, unknown.category) == (nil, ""))
    }
}
