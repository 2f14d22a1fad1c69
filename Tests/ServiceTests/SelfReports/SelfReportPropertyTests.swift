import Domain
import Foundation
import Reports
import SeededRandomness
import Testing

@testable import Service
@testable import Store

/// Random daily reports in random spellings, beside a naive book of what was said last.
@Suite("Random daily reports")
struct SelfReportPropertyTests {
    /// What is said of a day: fen and grams, as far as they are known.
    private struct Said {
        let fen, grams: Int64?
    }

    @Test("whatever the spellings and the order of files, what is stored is what was said last of each thing")
    func lastSaid() async throws {
        for _ in 1...6 {
            var random = SeededRandom()
            let seed = random.seed
            let folder = try ReportedFolder()
            var book: [String: Said] = [:]
            for number in 1...random.next(in: 1...4) {
                let (text, said) = Self.file(&random)
                let path = try folder.file(text, "\(number).csv")
                let read = try await folder.imports(path)
                #expect(read.parkedRecords == 0, "seed \(seed): \(text)")
                book.merge(said) { $1 }
                let again = try await folder.imports(path)
                #expect(again.note?.selfReports?.unchanged == Int64(said.count), "seed \(seed)")
            }
            let sums = try await folder.sums()
            #expect(sums.rows == Int64(book.count), "seed \(seed)")
            #expect(sums.fen == book.values.reduce(0) { $0 + ($1.fen ?? 0) }, "seed \(seed)")
            #expect(sums.grams == book.values.reduce(0) { $0 + ($1.grams ?? 0) }, "seed \(seed)")
            #expect(sums.rowsWithoutFen == Int64(book.values.count { $0.fen == nil }), "seed \(seed)")
            #expect(sums.rowsWithoutGrams == Int64(book.values.count { $0.grams == nil }), "seed \(seed)")
            #expect(try await folder.store.disagreements().isEmpty, "seed \(seed)")
        }
    }

    /// A file, and what it says of each day and reporter.
    private static func file(_ random: inout SeededRandom) -> (text: String, said: [String: Said]) {
        let isInWan = random.next(in: 0...1) == 1
        let unit = random.element(of: ["", "（吨）", "（斤）"])
        // One date with its year tells that of the others.
        var rows = ["2022-12-31,末,,"]
        var said = ["12-31 末": Said(fen: nil, grams: nil)]
        for _ in 0...random.next(in: 0...12) {
            let (day, reporter) = (random.next(in: 1...9), random.element(of: ["甲", "乙", "丙"]))
            let key = "11-\(day) \(reporter)"
            if said[key] != nil { continue }
            // Multiples that every unit can say: 100 yuan, 500 g.
            let fen = random.next(in: 0...3) == 0 ? nil : Int64(random.next(in: 0...99_999)) * 10_000
            let grams = random.next(in: 0...3) == 0 ? nil : Int64(random.next(in: 0...99_999)) * 1_000
            said[key] = Said(fen: fen, grams: grams)
            let date = random.element(of: ["11月\(day)日", "11/\(day)", "2022.11.\(day)", "2022-11-0\(day)"])
            rows.append(
                "\(date),\(reporter),\(yuan(fen, isInWan, &random)),\(weight(grams, unit, &random))")
        }
        rows.shuffle(using: &random)
        let header = "日期,责任人,销售额\(isInWan ? "（万元）" : ""),重量\(unit)"
        return (([header] + rows + ["合计,,,", ""]).joined(separator: "\n"), said)
    }

    private static func yuan(_ fen: Int64?, _ isInWan: Bool, _ random: inout SeededRandom) -> String {
        guard let fen else { return random.element(of: ["", "-", "无", "—"]) }
        let wan = "\(fen / 1_000_000).\(String(fen / 10_000 % 100 + 100).dropFirst())"
        let spellings =
            isInWan ? [wan, "\(wan)万元"] : ["\(fen / 100)", "\(fen / 100).00元", "\(wan)万", "\(wan)万元"]
        return random.element(of: spellings)
    }

    private static func weight(_ grams: Int64?, _ unit: String, _ random: inout SeededRandom) -> String {
        guard let grams else { return random.element(of: ["", "/", "--"]) }
        let tonnes = "\(grams / 1_000_000).\(String(grams / 1_000 % 1000 + 1000).dropFirst())"
        return switch unit {
        case "（吨）": random.element(of: [tonnes, "\(tonnes)吨"])
        case "（斤）": random.element(of: ["\(grams / 500)", "\(grams / 500)斤"])
        default:
            random.element(of: ["\(tonnes)t", "\(grams / 500)斤", "\(grams / 1_000)kg", "\(grams / 1_000)公斤"])
        }
    }
}
