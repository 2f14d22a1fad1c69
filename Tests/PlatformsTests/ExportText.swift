import Domain
import Foundation
import Platforms
import Reports
import Tabular
import Testing

/// An export as text, and what its format makes of it.
struct ExportText {
    var text: String

    /// A file of the fixtures in UTF-8.
    init(_ platform: String, _ name: String) throws {
        text = String(
            decoding: try Fixture(platform: platform, path: "files/\(name).csv").bytes(), as: UTF8.self)
    }

    init(_ text: String) { self.text = text }

    /// The same with a column under a name that nobody knows.
    func without(_ column: String) -> ExportText {
        let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        let names = lines[0].split(separator: ",", omittingEmptySubsequences: false)
            .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "\" \r")) == column ? "别的" : $0 }
        return ExportText(names.joined(separator: ",") + "\n" + lines[1])
    }

    /// What a file of the fixtures states, whatever its encoding.
    static func reading(_ platform: String, _ name: String) throws -> Reading {
        let fixture = Fixture(platform: platform, path: "files/\(name).csv")
        return try reading(at: fixture.url.path, as: nil)
    }

    /// What the file states, by the only format that its header is recognised as.
    func read() throws -> Reading { try read(as: nil) }

    func read(as format: (any OrderFileFormat)?) throws -> Reading {
        let path = NSTemporaryDirectory() + "daihuo-\(UUID().uuidString).csv"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return try Self.reading(at: path, as: format)
    }

    private static func reading(at path: String, as format: (any OrderFileFormat)?) throws -> Reading {
        let file = try TableFile(path: path)
        let known = format.map { [$0] } ?? PlatformList.orderFiles.filter { $0.matches(file.columns) }
        try #require(known.count == 1, "recognised as \(known.map(\.name))")
        var reader = try OrderFileReader(file, as: known[0], shopID: "S1")
        var reading = Reading(format: known[0].name, notices: reader.notices)
        while let item = try reader.next() {
            switch item {
            case .records(let records):
                reading.orders += records.order.map { [$0] } ?? []
                reading.words += records.unknownWords.map(\.word)
            case .parked(let record): reading.parked.append(record)
            }
        }
        return reading
    }

    /// The sentence by which the file is refused.
    func refusal() throws -> String {
        do {
            _ = try read()
        } catch let error as TabularError {
            return error.notice.text(in: .chinese)
        }
        Issue.record("the file is read")
        return ""
    }
}

/// What an export states.
struct Reading {
    let format: String
    let notices: [Notice]
    var orders: [Order] = []
    var parked: [ParkedRecord] = []
    /// Words that the format does not know.
    var words: [String] = []

    var lines: [OrderLine] { orders.flatMap(\.lines) }
    var paidFen: Int64 { lines.reduce(0) { $0 + $1.paidFen.amount } }
    var refundedFen: Int64 { lines.reduce(0) { $0 + ($1.statedRefund?.refundedFen.amount ?? 0) } }
    var freightFen: Int64 { orders.reduce(0) { $0 + $1.freightFen.amount } }

    /// Of each line: `sale`, `closed` after payment, or why it is none.
    var states: [String] {
        lines.map { line in
            switch line.sale {
            case .sale: line.closedAt == nil ? "sale" : "closed"
            case .notSale(let reason): "\(reason)"
            }
        }
    }
}
