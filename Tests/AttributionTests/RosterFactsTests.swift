import Domain
import Reports
import SeededRandomness
import Testing

@testable import Attribution

@Suite
struct RosterFactsTests {
    private static let facts = RosterFacts(
        parties: [
            Party(
                id: "fs-0001", name: "名", kind: .firstSecretary, region: Region("410423100200"),
                organisation: "某/局"),
            .of("u"),
        ],
        tenures: [.of("fs-0001", "2022-11-01")],
        identities: [.of("u", .purchaserName, "某\"大学\"", platform: "p832", "2020-01-01", "2023-01-01")],
        campaigns: [
            Campaign(
                id: "c", name: "", span: DaySpan(), channel: .p832, category: "水果", region: Region("410000"),
                partyID: "")
        ],
        sessions: [
            LiveSession(
                id: "x", platform: "douyin", shopID: "1", roomID: "", partyID: "u",
                start: Instant(milliseconds: 1_667_260_800_000),
                end: Instant(milliseconds: 1_667_264_400_000),
                share: BasisPoints(5000))
        ],
        catalogue: [
            CatalogueItem(
                platform: "", productID: "p", skuID: "", title: "", netGrams: Grams(2500), category: "",
                region: nil, supplier: "s")
        ])

    @Test("every row reads as the columns of its file")
    func text() throws {
        let parts = [
            #"{"campaigns":[{"campaign":"c","category":"水果","channel":8,"name":"","party":"","region":410000}],"#,
            #""catalogue":[{"category":"","net_grams":2500,"platform":"","product":"p","sku":"","supplier":"s","title":""}],"#,
            #""identities":[{"from":"2020-01-01","kind":"purchaser_name","party":"u","platform":"p832","#,
            #""to":"2023-01-01","value":"某\"大学\""}],"#,
            #""parties":[{"kind":"first_secretary","name":"名","organisation":"某/局","party":"fs-0001","#,
            #""region":410423100200},{"kind":"unit","name":"名u","organisation":"","party":"u"}],"#,
            #""sessions":[{"end":1667264400000,"party":"u","platform":"douyin","room":"","session":"x","share":5000,"#,
            #""shop":"1","start":1667260800000}],"#,
            #""tenures":[{"from":"2022-11-01","party":"fs-0001","region":411422100200,"role":"first_secretary"}]}"#,
        ]
        #expect(try Self.facts.json == parts.joined())
    }

    @Test("what was written is read again as it was, whatever the rows")
    func roundTrip() throws {
        var random = SeededRandom()
        for _ in 0..<200 {
            let facts = RosterFacts.random(&random)
            let read = try RosterFacts(json: try facts.json)
            #expect(read == facts, "seed \(random.seed)")
            // Texts of other bytes may be equal to Swift.
            #expect(try read.json.utf8.elementsEqual(try facts.json.utf8), "seed \(random.seed)")
        }
    }

    @Test("the same rows in any order have the same text, and other rows another")
    func order() throws {
        var random = SeededRandom()
        for _ in 0..<200 {
            let facts = RosterFacts.random(&random)
            let shuffled = facts.shuffled(&random)
            #expect(try shuffled.json == (try facts.json), "seed \(random.seed)")
            let less = RosterFacts(
                parties: facts.parties, tenures: facts.tenures, identities: facts.identities.dropLast(),
                campaigns: facts.campaigns, sessions: facts.sessions, catalogue: facts.catalogue)
            #expect((try less.json == (try facts.json)) == facts.identities.isEmpty, "seed \(random.seed)")
        }
    }

    @Test("texts that only Unicode holds for equal stand in the order of their bytes")
    func equivalent() throws {
        let composed = Party.of("\u{E9}")
        let decomposed = Party.of("e\u{301}")
        let facts = RosterFacts(parties: [composed, decomposed])
        let reversed = RosterFacts(parties: [decomposed, composed])
        #expect(try facts.json.utf8.elementsEqual(try reversed.json.utf8))
    }

    @Test(
        "a version that is damaged is refused, with the place",
        arguments: [
            (#""region":410423100200"#, #""region":4104"#, "parties[0].region"),
            (#""share":5000"#, #""share":10001"#, "sessions[0].share"),
            (#""from":"2022-11-01""#, #""from":"2022-11-31""#, "tenures[0].from"),
            (#""kind":"unit""#, #""kind":"units""#, "parties[1].kind"),
            (#""channel":8"#, #""channel":99"#, "campaigns[0].channel"),
            (#""party":"u","platform":"p832""#, #""platform":"p832""#, "identities[0].party"),
            (#""sessions":"#, #""session":"#, "sessions"),
            (#""net_grams":2500"#, #""net_grams":"2500""#, "catalogue[0].net_grams"),
            (#"{"campaigns""#, #"["campaigns""#, ""),
        ])
    func damaged(part: String, other: String, place: String) throws {
        let json = try Self.facts.json
        let pieces = json.split(separator: part, maxSplits: 1, omittingEmptySubsequences: false)
        try #require(pieces.count == 2)
        let error = #expect(throws: RosterFactsError.self) {
            try RosterFacts(json: pieces.joined(separator: other))
        }
        #expect(error?.place == place)
        #expect(error?.notice.text(in: .chinese).contains("备份") == true)
    }

    @Test("a day that could not be read again is not written")
    func unwritable() {
        let span = DaySpan(from: BusinessDay(number: 3_000_000))
        let tenure = Tenure(partyID: "p", region: nil, role: "", span: span)
        let facts = RosterFacts(parties: [.of("p")], tenures: [tenure])
        let error = #expect(throws: RosterFactsError.self) { try facts.json }
        #expect(error?.place == "tenures[0].from")
    }
}
