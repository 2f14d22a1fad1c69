import Domain
import JSON
import Platforms
import Testing

/// Descriptions and answers under `fixtures/declared`.
enum DeclaredFixture {
    static func bytes(_ path: String) throws -> [UInt8] {
        try Fixture(platform: "declared", path: path).bytes()
    }

    static func text(_ path: String) throws -> String {
        String(decoding: try bytes(path), as: UTF8.self)
    }

    static func platform(_ name: String) throws -> DeclaredPlatform {
        try DeclaredPlatform(yaml: try text("\(name).yaml"), file: "platforms/\(name).yaml")
    }

    static func feed(_ platform: some Platform, _ name: String = "orders") throws -> Feed {
        try #require(platform.feeds.first { $0.name == name })
    }

    static let account = AccountAccess(
        shopID: "PUR-1", baseURL: "http://127.0.0.1:18080", appKey: "ak-1", appSecret: "s3cret-of-test",
        accessToken: "token-1")

    /// Reads an answer as a page of a window.
    static func page(
        _ platform: some Platform, _ feed: String, _ body: [UInt8], at cursor: PageCursor = .first
    ) throws -> Page {
        let query = Fixture.query(try Self.feed(platform, feed), cursor)
        return try JSONDocument(body).read { root throws(PlatformError) in
            try platform.page(root, query: query, account: account)
        }
    }
}
