import Domain
import Foundation
import JSON
import Platforms
import Testing

/// A file of a platform's fixtures, `fixtures/<name>/`.
///
/// Every test over fixtures runs over all platforms:
///
/// - `pages/<feed>/<case>.json`: an answer, its mapping beside it as `<case>.txt`. `<case>@2.json` is page 2.
/// - `requests.txt`: the request for the first page of each feed.
/// - `errors.txt`: a consequence and an answer per line.
/// - `personal.txt`: texts of the fixtures that must not survive, one per line.
/// - `files/<case>.csv`: an order export, its mapping beside it. `pairs/<case>.json` and `.csv`: the same
///   orders.
///
/// `RECORD=1 swift test` writes the `.txt` mappings anew; read the difference before it is committed.
struct Fixture: Sendable, CustomTestStringConvertible {
    let platform: String
    let path: String

    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("fixtures")
    static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"
    private static let files = FileManager.default

    var testDescription: String { "\(platform)/\(path)" }
    var url: URL { Self.root.appendingPathComponent(platform).appendingPathComponent(path) }
    var folder: String { url.deletingLastPathComponent().lastPathComponent }
    var name: String { url.deletingPathExtension().lastPathComponent }

    /// All files of a platform's sub-folder with this ending, by name.
    static func all(_ platform: String, in folder: String, ending: String) -> [Fixture] {
        let base = root.appendingPathComponent(platform)
        let found = files.enumerator(atPath: base.appendingPathComponent(folder).path)?.allObjects ?? []
        return found.compactMap { $0 as? String }.filter { $0.hasSuffix(".\(ending)") }.sorted()
            .map { Fixture(platform: platform, path: "\(folder)/\($0)") }
    }

    static let pages = PlatformList.platforms.flatMap { all($0.name, in: "pages", ending: "json") }

    func bytes() throws -> [UInt8] { [UInt8](try Data(contentsOf: url)) }

    func lines() throws -> [String] {
        String(decoding: try bytes(), as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// Compares with the golden text of this name, or writes it.
    func expect(_ text: String, named golden: String) throws {
        let goldenURL = url.deletingLastPathComponent().appendingPathComponent(golden)
        if Self.isRecording {
            try text.write(to: goldenURL, atomically: true, encoding: .utf8)
        } else {
            let expected = try String(contentsOf: goldenURL, encoding: .utf8)
            #expect(text == expected, "\(testDescription): `RECORD=1 swift test` rewrites the golden text")
        }
    }
}

extension Fixture {
    static let access = AccountAccess(
        shopID: "4463798", baseURL: "http://127.0.0.1:18080", appKey: "appkey123", appSecret: "secret123",
        accessToken: "token/123")

    func builtIn() throws -> any Platform {
        try #require(PlatformList.platforms.first { $0.name == platform })
    }

    static func query(_ feed: Feed, _ page: PageCursor = .first) -> PageQuery {
        PageQuery(
            feed: feed, from: Instant(seconds: 1_667_232_000), to: Instant(seconds: 1_667_318_400), page: page
        )
    }

    /// Maps a page; the feed is the folder's name, the page number stands behind `@`.
    func page(_ body: [UInt8]) throws -> Page {
        let platform = try builtIn()
        let feed = try #require(platform.feeds.first { $0.name == folder }, "no feed \(folder)")
        let number = name.split(separator: "@").dropFirst().first.flatMap { Int($0) }
        let query = Self.query(feed, number.map { .number($0) } ?? .first)
        return try JSONDocument(body).read { root throws(PlatformError) in
            try platform.page(root, query: query, account: Self.access)
        }
    }
}

extension String {
    /// The same records, of the shop that the fixtures' account is of.
    var ofFixtureShop: String {
        replacingOccurrences(
            of: #""shop_id":\s*\d+"#, with: "\"shop_id\": \(Fixture.access.shopID)",
            options: .regularExpression)
    }
}
