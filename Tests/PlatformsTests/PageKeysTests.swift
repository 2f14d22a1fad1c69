import Domain
import Foundation
import JSON
import Testing

@testable import Platforms

/// What is kept of a page maps to what the page maps to, and holds nothing personal.
@Suite("Pages as they are kept")
struct PageKeysTests {
    private static let planted = "华小满 13900001234 青云路18号花溪里3栋502室"

    private static func copy(_ fixture: Fixture, _ body: [UInt8]) throws -> PageKeys.Copy {
        let platform = try fixture.builtIn()
        let feed = try #require(platform.feeds.first { $0.name == fixture.folder })
        let keys = try #require(platform.pageKeys(of: feed))
        return try JSONDocument(body).read { keys.copy($0) }
    }

    @Test(
        "maps to the same orders and after-sales, and the same records are parked", arguments: Fixture.pages)
    func same(_ fixture: Fixture) throws {
        let body = try fixture.bytes()
        let (page, copy) = (try fixture.page(body), try Self.copy(fixture, body))
        let again = try fixture.page(copy.json)
        #expect(again.parked.map(\.reason) == page.parked.map(\.reason) || copy.recordsLeftOut > 0)
        #expect(again.orders == page.orders)
        #expect(again.refunds == page.refunds)
        #expect(again.unknownWords == page.unknownWords)
        #expect(again.rows.count == page.rows.count)
        #expect(again.rowsInWindow == page.rowsInWindow && again.next == page.next)
        let left = copy.recordsLeftOut
        #expect(again.parked.filter { $0.body != PageKeys.leftOut }.count + left == page.parked.count)
        // A copy of a copy is the copy: nothing that is kept is dropped later.
        #expect(try Self.copy(fixture, copy.json).json == copy.json || left > 0)
    }

    @Test(
        "maps to the same of what is described without code, too",
        arguments: [
            ("events", "orders"), ("events", "refunds"), ("halls", "orders"), ("relay", "orders"),
        ])
    func described(name: String, feedName: String) throws {
        let platform = try DeclaredFixture.platform(name)
        let keys = try #require(platform.pageKeys(of: try DeclaredFixture.feed(platform, feedName)))
        let body = try DeclaredFixture.bytes("\(name).\(feedName).json")
        let copy = try JSONDocument(body).read { keys.copy($0) }
        let page = try DeclaredFixture.page(platform, feedName, body)
        let again = try DeclaredFixture.page(platform, feedName, copy.json)
        #expect(again.orders == page.orders && again.refunds == page.refunds)
        #expect(again.unknownWords == page.unknownWords && again.rows.count == page.rows.count)
        #expect(again.parked.map(\.reason) == page.parked.map(\.reason))
        #expect(again.next == page.next && copy.recordsLeftOut == 0)
    }

    @Test("holds nothing of the fixtures' buyers", arguments: Fixture.pages)
    func personal(_ fixture: Fixture) throws {
        let text = String(decoding: try Self.copy(fixture, fixture.bytes()).json, as: UTF8.self)
        for word in try Fixture(platform: fixture.platform, path: "personal.txt").lines() {
            #expect(!text.contains(word), "\(word)")
        }
    }

    @Test("personal data in any text, or in all, is not kept", arguments: Fixture.pages)
    func planted(_ fixture: Fixture) throws {
        let body = try JSONSerialization.jsonObject(with: Data(fixture.bytes()))
        let count = Self.plant(body, at: nil).texts
        for place in [nil] + (0..<count).map(Optional.some) {
            let page = Self.plant(body, at: place.map { [$0] } ?? Set(0..<count)).json
            let data = try JSONSerialization.data(withJSONObject: page)
            let text = String(decoding: try Self.copy(fixture, Array(data)).json, as: UTF8.self)
            #expect(
                !text.contains("139000") && !text.contains("花溪里"), "\(String(describing: place)): \(text)")
        }
    }

    /// The same JSON with personal data behind the words of some texts.
    private static func plant(_ json: Any, at places: Set<Int>?) -> (json: Any, texts: Int) {
        var number = 0
        func planted(_ json: Any) -> Any {
            if let list = json as? [Any] { return list.map(planted) }
            if let object = json as? [String: Any] {
                return Dictionary(
                    uniqueKeysWithValues: object.sorted { $0.key < $1.key }.map { ($0, planted($1)) })
            }
            guard let text = json as? String else { return json }
            defer { number += 1 }
            return places?.contains(number) == true ? text + Self.planted : text
        }
        return (planted(json), number)
    }

    @Test(
        "a number of the platform's own is kept, a phone number or citizen's id within one is not",
        arguments: [
            ("P832-20221101-000017", true), ("DD20221101000123", true), ("2022-11-01T08:00:00+08:00", true),
            ("SKU_8", true), ("tel13900001234", false), ("t-139-0000-1234", false),
            ("id411024199003071234", false), ("41102419900307123X", false), ("139-0000-1234", false),
            ("原阳大米 5kg", true), ("放3号楼201室", false), (String(repeating: "米", count: 90), true),
        ])
    func numbers(text: String, isKept: Bool) {
        #expect(KeptValues.any.mayHold(text) == isKept)
    }

    @Test(
        "a record that states a key twice, or holds personal data where the mapping reads, leaves its place empty"
    )
    func leftOut() throws {
        let keys = PageKeys(
            envelope: [.init(names: ["total"], values: .any)], records: ["list"],
            of: [
                .init(names: ["no"], values: .any),
                .init(names: ["buyer"], values: .any, isOfOrganisation: true),
                .init(names: ["remark"], values: .remark),
            ], isOfOrganisation: { $0["unit"] != nil })
        let body = #"""
            {"total": 4, "phone": "x", "list": [{"no": "1", "buyer": "华小满", "remark": "李书记 13900001234"},
            {"no": "2", "unit": 1, "buyer": "县一中"}, {"no": "13900001234"}, {"no": "4", "no": "5"}]}
            """#
        let copy = try JSONDocument(Array(body.utf8)).read { keys.copy($0) }
        let expected =
            #"{"list":[{"no":"1","remark":"李书记 ***"},{"no":"2","buyer":"县一中"},{},{}],"total":4}"#
        #expect(String(decoding: copy.json, as: UTF8.self) == expected)
        #expect(copy.recordsLeftOut == 2)
        #expect(keys.kept == ["list.buyer", "list.no", "list.remark", "total"])
    }

    @Test("a description may say what is kept beside what it reads")
    func keep() throws {
        let yaml = try DeclaredFixture.text("halls.yaml")
        let plain = try DeclaredPlatform(yaml: yaml, file: "a.yaml")
        let more = try DeclaredPlatform(
            yaml: yaml.replacing("    order:\n", with: "    keep: [paid_2, no_such.key]\n    order:\n"),
            file: "a.yaml")
        let feed = try #require(plain.feeds.first)
        let (before, after) = (plain.pageKeys(of: feed), more.pageKeys(of: feed))
        let added = Set(after?.kept ?? []).subtracting(before?.kept ?? [])
        #expect(added.count == 2 && added.contains { $0.hasSuffix("paid_2") }, "\(added)")
        #expect(after?.read == before?.read && more.mapping == plain.mapping)
    }
}
