import Domain
import Foundation
import Platforms
import Tabular
import Testing

/// What is read from order files, of the fixtures or made up.
enum OrderFileText {
    /// What the shops are that ERPs and lists name in the fixtures.
    static let shops = NamedShops([
        "抖音示例店": [.init(channel: .douyin, shopID: Fixture.access.shopID, platform: "douyin")],
        "拼多多示例店": [.init(channel: .pinduoduo, shopID: "P-2", platform: "pinduoduo")],
        "示例店": [
            .init(channel: .hall, shopID: "示例店", platform: "hall"),
            .init(channel: .media, shopID: "示例店", platform: "media"),
        ],
    ])

    static func items(of fixture: Fixture) throws -> [OrderFileItem] {
        try items(at: fixture.url.path, platform: fixture.platform)
    }

    /// Of a file with this text.
    static func items(of text: String) throws -> [OrderFileItem] {
        try withFile(of: text) { try items(at: $0, platform: "douyin") }
    }

    /// Of a file with this text, in a format that may be known to nobody else.
    static func items(of text: String, as format: any OrderFileFormat) throws -> [OrderFileItem] {
        try withFile(of: text) { path in
            try items(of: try TableFile(path: path, headerMatching: format.matches), as: format)
        }
    }

    private static func withFile<Result>(of text: String, _ body: (String) throws -> Result) throws -> Result
    {
        let path = NSTemporaryDirectory() + "daihuo-\(UUID().uuidString).csv"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return try body(path)
    }

    /// Of a file with these cells, which hold no commas and quotes.
    static func items(of rows: [[String]]) throws -> [OrderFileItem] {
        try items(of: rows.map { $0.joined(separator: ",") + "\n" }.joined())
    }

    static func orders(_ items: [OrderFileItem]) -> [Order] {
        items.compactMap { if case .records(let records) = $0 { records.order } else { nil } }
    }

    static func parked(_ items: [OrderFileItem]) -> [ParkedRecord] {
        items.compactMap { if case .parked(let record) = $0 { record } else { nil } }
    }

    /// The cells of a fixture, its header first.
    static func cells(of name: String) throws -> [[String]] {
        let bytes = try Fixture(platform: "douyin", path: "files/\(name).csv").bytes()
        return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }

    private static func items(at path: String, platform: String) throws -> [OrderFileItem] {
        let file = try TableFile(path: path)
        let format = try #require(PlatformList.orderFiles.first { $0.matches(file.columns) })
        #expect(format.platforms.contains(platform))
        return try items(of: file, as: format)
    }

    private static func items(of file: TableFile, as format: any OrderFileFormat) throws -> [OrderFileItem] {
        var reader = try OrderFileReader(file, as: format, shopID: Fixture.access.shopID, shops: shops)
        var items: [OrderFileItem] = []
        while let item = try reader.next() { items.append(item) }
        return items
    }
}
