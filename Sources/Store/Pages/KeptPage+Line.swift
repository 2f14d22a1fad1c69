import Domain
import Foundation

/// A kept page as it stands in a file: a line of JSON that says what it is, and a line with its body.
extension KeptPage {
    private struct Head: Codable {
        let feed: String
        let from: Int64?
        let to: Int64?
        let cursor: String
        let hash: String
        let fetchedAt: Int64
        let serverAt: Int64?
        let mapping: String
        let leftOut: Int
        let keys: [String]

        enum CodingKeys: String, CodingKey {
            case feed
            case from = "from_ms"
            case to = "to_ms"
            case cursor, hash
            case fetchedAt = "fetched_at_ms"
            case serverAt = "server_at_ms"
            case mapping
            case leftOut = "left_out"
            case keys
        }
    }

    /// Both lines; `nil` where its head can't be written.
    var lines: [UInt8]? {
        let head = Head(
            feed: facts.feed, from: facts.window?.from.milliseconds, to: facts.window?.to.milliseconds,
            cursor: facts.cursor, hash: facts.hash, fetchedAt: facts.fetchedAt.milliseconds,
            serverAt: serverAt?.milliseconds, mapping: mapping, leftOut: recordsLeftOut, keys: keys)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let line = try? encoder.encode(head) else { return nil }
        let lineFeed = UInt8(ascii: "\n")
        return Array(line) + [lineFeed] + body + [lineFeed]
    }

    /// The page of two lines; `nil` where they are none.
    init?(lines: [UInt8]) {
        let lineFeed = UInt8(ascii: "\n")
        guard let end = lines.firstIndex(of: lineFeed), lines.last == lineFeed, lines.count > end + 1,
            let head = try? JSONDecoder().decode(Head.self, from: Data(lines[..<end]))
        else { return nil }
        var window: ReadSpan?
        if let from = head.from, let to = head.to {
            window = ReadSpan(from: Instant(milliseconds: from), to: Instant(milliseconds: to))
        }
        self.init(
            facts: PageFacts(
                feed: head.feed, window: window, cursor: head.cursor, hash: head.hash,
                fetchedAt: Instant(milliseconds: head.fetchedAt)),
            serverAt: head.serverAt.map { Instant(milliseconds: $0) }, mapping: head.mapping, keys: head.keys,
            recordsLeftOut: head.leftOut, body: Array(lines[(end + 1)..<(lines.count - 1)]))
    }
}
