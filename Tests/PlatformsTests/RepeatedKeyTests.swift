import Domain
import JSON
import Platforms
import Reports
import Testing

/// Of a key that stands twice nobody knows which of the two counts.
@Suite("A key that stands twice, over all platforms")
struct RepeatedKeyTests {
    private static let twice = Array(#""zz":1,"zz":2,"#.utf8)
    private static let pages =
        Fixture.pages
        + ["events.orders", "events.refunds", "halls.orders", "relay.orders"].map {
            Fixture(platform: "declared", path: "\($0).json")
        }

    private func page(_ fixture: Fixture, _ body: [UInt8]) throws -> Page {
        guard fixture.platform == "declared" else { return try fixture.page(body) }
        let parts = fixture.name.split(separator: ".").map(String.init)
        return try DeclaredFixture.page(try DeclaredFixture.platform(parts[0]), parts[1], body)
    }

    @Test(
        "in a record it parks the record alone, known by no number: it may be that which stands twice",
        arguments: pages)
    func record(fixture: Fixture) throws {
        let body = try fixture.bytes()
        let sound = try page(fixture, body)
        // Behind the first brace in a bracket the first record begins.
        guard let list = body.firstIndex(of: UInt8(ascii: "[")), !sound.rows.isEmpty else { return }
        let brace = try #require(body[list...].firstIndex(of: UInt8(ascii: "{")))
        let broken = try page(fixture, Array(body[...brace] + Self.twice + body[(brace + 1)...]))
        let parked = broken.parked.filter { $0.reason.text(in: .chinese).contains("同一个键出现了两次") }
        let record = try #require(parked.first)
        #expect(parked.count == 1 && !record.path.isEmpty)
        #expect(record.orderID.isEmpty && record.refundID.isEmpty && record.updatedAt == nil)
        #expect(broken.rows.count == sound.rows.count)
        #expect(broken.orders.count + broken.parked.count >= sound.orders.count + sound.parked.count)
        #expect(
            broken.orders.allSatisfy(sound.orders.contains)
                && broken.refunds.allSatisfy(sound.refunds.contains))
    }

    @Test("in the envelope it refuses the page", arguments: pages)
    func envelope(fixture: Fixture) throws {
        let body = try fixture.bytes()
        guard body.first == UInt8(ascii: "{") else { return }
        #expect(throws: JSONError(path: "", reason: .repeatedKey)) {
            try page(fixture, [UInt8(ascii: "{")] + Self.twice + body.dropFirst())
        }
    }
}
