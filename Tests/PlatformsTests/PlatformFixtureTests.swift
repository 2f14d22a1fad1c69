import Domain
import Foundation
import JSON
import Platforms
import Reports
import Testing

@Suite struct PlatformFixtureTests {
    @Test("A page maps to its golden text", arguments: Fixture.pages)
    func mapsToGoldenText(_ fixture: Fixture) throws {
        try fixture.expect(GoldenText.of(fixture.page(fixture.bytes())), named: "\(fixture.name).txt")
    }

    @Test("Members that nobody knows change nothing", arguments: Fixture.pages)
    func ignoresUnknownMembers(_ fixture: Fixture) throws {
        let body = try fixture.bytes()
        let known = try fixture.page(body)
        let unknown = try fixture.page(Self.withUnknownMembers(body))
        #expect(unknown.orders == known.orders)
        #expect(unknown.refunds == known.refunds)
        #expect(unknown.parked.map(\.reason) == known.parked.map(\.reason))
        #expect(unknown.next == known.next)
    }

    @Test("Lines add up to their header, but where the fixture is a gap", arguments: Fixture.pages)
    func linesAddUpToHeader(_ fixture: Fixture) throws {
        for order in try fixture.page(fixture.bytes()).orders {
            guard let header = order.headerPaidFen else { continue }
            let lines = order.lines.reduce(0) { $0 + $1.paidFen.amount }
            #expect((lines == header.amount) != fixture.name.hasPrefix("gap"), "order \(order.orderID)")
        }
    }

    @Test(
        "Every feed has fixtures, and its request is as recorded",
        arguments: PlatformList.platforms.map(\.name))
    func buildsRequests(_ name: String) throws {
        let fixture = Fixture(platform: name, path: "requests.txt")
        let platform = try fixture.builtIn()
        var text = ""
        for feed in platform.feeds {
            #expect(Fixture.pages.contains { $0.platform == name && $0.folder == feed.name }, "\(feed.name)")
            let request = try platform.request(
                Fixture.query(feed), account: Fixture.access, now: Instant(seconds: 1_800_000_000))
            text += "\(feed.name): \(request.method) \(request.url)\n"
            text += request.headers.map { "  \($0.name): \($0.value)\n" }.joined()
            text += "  \(String(decoding: request.body, as: UTF8.self))\n"
            #expect(!text.contains(Fixture.access.appSecret))
        }
        try fixture.expect(text, named: "requests.txt")
    }

    @Test("Every error has its consequence, for every feed", arguments: PlatformList.platforms.map(\.name))
    func statesConsequences(_ name: String) throws {
        let fixture = Fixture(platform: name, path: "errors.txt")
        let platform = try fixture.builtIn()
        let personal = try Fixture(platform: name, path: "personal.txt").lines()
        for line in try fixture.lines() {
            let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
            for feed in platform.feeds {
                let error = #expect(throws: PlatformError.self, "\(line)") {
                    try JSONDocument(Array(parts[1].utf8)).read { root throws(PlatformError) in
                        try platform.page(root, query: Fixture.query(feed), account: Fixture.access)
                    }
                }
                guard let error else { continue }
                #expect("\(error.consequence)" == parts[0], "\(line)")
                #expect(!error.advice.text(in: .chinese).isEmpty)
                #expect(!personal.contains { error.notice.text(in: .chinese).contains($0) }, "\(line)")
            }
        }
    }

    @Test("No personal data survives mapping or parking", arguments: PlatformList.platforms.map(\.name))
    func dropsPersonalData(_ name: String) throws {
        let personal = try Fixture(platform: name, path: "personal.txt").lines()
        var (read, kept) = ("", "")
        for fixture in Fixture.pages where fixture.platform == name {
            let body = try fixture.bytes()
            read += String(decoding: body, as: UTF8.self)
            kept += GoldenText.of(try fixture.page(body))
        }
        for text in personal {
            let (isRead, survives) = (read.contains(text), kept.contains(text))
            #expect(isRead, "\(text) is in no fixture, so nothing is proved")
            #expect(!survives, "\(text) survives")
        }
    }

    /// The text with an unknown member at the beginning of every object.
    private static func withUnknownMembers(_ body: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var isText = false
        var at = 0
        while at < body.count {
            let byte = body[at]
            result.append(byte)
            if isText, byte == UInt8(ascii: "\\") {
                at += 1
                result.append(body[at])
            } else if byte == UInt8(ascii: "\"") {
                isText.toggle()
            } else if !isText, byte == UInt8(ascii: "{") {
                result += Array(#""zz_unknown":[{"a":null},18446744073709551617]"#.utf8)
                let next = body[(at + 1)...].first { !$0.isWhiteSpace }
                if next != UInt8(ascii: "}") { result.append(UInt8(ascii: ",")) }
            }
            at += 1
        }
        return result
    }
}

extension UInt8 {
    fileprivate var isWhiteSpace: Bool { [0x20, 0x09, 0x0A, 0x0D].contains(self) }
}
