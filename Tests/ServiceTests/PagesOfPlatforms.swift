import Domain
import Foundation
import JSON
import Platforms
import Testing

/// The pages among the fixtures of the built-in platforms.
enum PagesOfPlatforms {
    static let all = PlatformList.platforms.flatMap { platform in
        platform.feeds.flatMap { feed in files(platform, feed) }
    }

    struct File: CustomTestStringConvertible, Sendable {
        let platform: any Platform
        let feed: Feed
        let url: URL

        var name: String { "\(platform.name)/\(feed.name)/\(url.lastPathComponent)" }
        var testDescription: String { name }

        func bytes() throws -> [UInt8] { [UInt8](try Data(contentsOf: url)) }

        /// Maps a body as a first page of this feed.
        func page(_ body: [UInt8]) throws -> Page {
            let query = PageQuery(
                feed: feed, from: Instant(seconds: 1_667_232_000), to: Instant(seconds: 1_667_318_400),
                page: .first)
            let access = AccountAccess(
                shopID: "4463798", baseURL: "http://127.0.0.1:9", appKey: "k", appSecret: "s",
                accessToken: "t")
            return try JSONDocument(body).read { root throws(PlatformError) in
                try platform.page(root, query: query, account: access)
            }
        }
    }

    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("fixtures")

    private static func files(_ platform: any Platform, _ feed: Feed) -> [File] {
        let folder = root.appendingPathComponent("\(platform.name)/pages/\(feed.name)")
        let found =
            (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        return found.filter { $0.pathExtension == "json" }
            .sorted { $0.path < $1.path }
            .map { File(platform: platform, feed: feed, url: $0) }
    }
}

/// Where the texts, numbers and words of a JSON body stand, keys left out.
enum Scalars {
    static func ranges(in body: [UInt8]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var at = 0
        while at < body.count {
            let start = at
            if body[at] == UInt8(ascii: "\"") {
                at += 1
                while body[at] != UInt8(ascii: "\"") { at += body[at] == UInt8(ascii: "\\") ? 2 : 1 }
                at += 1
                if body[at...].first(where: { $0 > 0x20 }) == UInt8(ascii: ":") { continue }
            } else if isBare(body[at]) {
                while at < body.count, isBare(body[at]) { at += 1 }
            } else {
                at += 1
                continue
            }
            ranges.append(start..<at)
        }
        return ranges
    }

    private static func isBare(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "E"): true
        default: false
        }
    }
}
