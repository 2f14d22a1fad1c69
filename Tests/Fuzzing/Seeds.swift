import Archive
import Foundation
import Platforms

/// What fuzzing begins with: our own fixtures.
package enum Seeds {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    /// Longer ones would be mutated where nothing new is.
    private static let bytesMax = 1 << 14

    /// The platforms of fixtures/declared, whose pages are among the seeds.
    static let declaredPlatforms: [any Platform] = ["events", "halls", "relay"].compactMap { name in
        let text = String(decoding: bytes("fixtures/declared/\(name).yaml"), as: UTF8.self)
        return try? DeclaredPlatform(yaml: text, file: "\(name).yaml")
    }

    /// A file of the project; empty where there is none.
    package static func bytes(_ path: String) -> [UInt8] {
        (try? Data(contentsOf: root.appendingPathComponent(path))).map(Array.init) ?? []
    }

    /// All seeds of a reader, the smallest first.
    package static func of(_ reader: FuzzedReader) -> [[UInt8]] {
        var seeds = files(reader.endings).map(bytes)
        switch reader {
        case .csv: seeds = seeds.filter { $0.first != UInt8(ascii: "<") }
        case .html: seeds = seeds.filter { $0.contains(UInt8(ascii: "<")) }
        case .yaml: seeds += BuiltInFiles.descriptions.map { Array($0.text.utf8) }
        case .xlsx: seeds = seeds.compactMap(exploded) + seeds
        case .json, .zip: break
        }
        return seeds.filter { !$0.isEmpty && $0.count <= bytesMax }.sorted { $0.count < $1.count }
    }

    private static func files(_ endings: [String]) -> [String] {
        let found = (try? FileManager.default.subpathsOfDirectory(atPath: root.path + "/fixtures")) ?? []
        return found.filter { path in endings.contains { path.hasSuffix($0) } }.sorted().map {
            "fixtures/\($0)"
        }
    }

    /// A workbook as the text of its parts.
    private static func exploded(_ workbook: [UInt8]) -> [UInt8]? {
        guard let file = MemoryFile(workbook) else { return nil }
        return withExtendedLifetime(file) {
            let archive = ZipArchive(path: file.path)
            guard let entries = try? archive.entries() else { return nil }
            return WorkbookParts.text(
                of: entries.compactMap { entry in
                    (try? archive.reader(of: entry)).map { reader in
                        (String(decoding: entry.name, as: UTF8.self), content(of: reader))
                    }
                })
        }
    }

    private static func content(of reader: ZipEntryReader) -> [UInt8] {
        var content: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while let count = try? buffer.withUnsafeMutableBytes({ try reader.read(into: $0) }), count > 0 {
            content += buffer[..<count]
        }
        return content
    }
}

extension FuzzedReader {
    /// How the names of its fixtures end.
    fileprivate var endings: [String] {
        switch self {
        case .csv: [".csv", ".xls", ".txt"]
        case .json: [".json"]
        case .yaml: [".yaml"]
        case .xlsx: [".xlsx"]
        case .zip: [".zip", ".xlsx"]
        case .html: [".xls", ".html"]
        }
    }
}
