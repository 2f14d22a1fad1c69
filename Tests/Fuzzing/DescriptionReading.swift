import Domain
import JSON
import Platforms
import YAML

/// Reads YAML as such, then as a description of a platform or an export, and asks what was described.
enum DescriptionReading {
    private static let page = try? JSONDocument(Seeds.bytes("fixtures/declared/events.orders.json"))
    private static let account = AccountAccess(
        shopID: "PUR-1", baseURL: "http://127.0.0.1:1", appKey: "ak", appSecret: "s3cret",
        accessToken: "token")

    static func read(_ bytes: [UInt8]) -> FuzzedReader.Outcome {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let node = try? YAMLNode.read(text) else { return .refused }
        visit(node)
        _ = node.says(sameAs: node)
        if let file = try? DeclaredFile(yaml: text, file: "fuzz.yaml") { _ = file.matches(["订单号"]) }
        guard let platform = try? DeclaredPlatform(yaml: text, file: "fuzz.yaml") else { return .read }
        for feed in platform.feeds {
            let query = PageQuery(
                feed: feed, from: Instant(seconds: 1_667_232_000), to: Instant(seconds: 1_667_318_400),
                page: .first)
            _ = try? platform.request(query, account: account, now: Instant(seconds: 1_667_318_400))
            _ = platform.pageKeys(of: feed)
        }
        page?.read { PageReading.map($0, by: platform) }
        return .read
    }

    private static func visit(_ node: YAMLNode) {
        precondition(node.line >= 1, "a value before the first line")
        _ = (node.text, node.isPlain, node.isBlank)
        node.items?.forEach(visit)
        for entry in node.entries ?? [] {
            _ = YAMLNode.shown(entry.key)
            visit(entry.value)
        }
    }
}
