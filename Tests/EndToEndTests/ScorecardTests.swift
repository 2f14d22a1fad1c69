import Foundation
import Testing

/// docs/correctness.md names tests that are there, for every trap, cause and case.
@Suite("docs/correctness.md")
struct ScorecardTests {
    /// Cells of the rows of tables, without headings.
    private let rows: [[String]]

    init() throws {
        let text = try String(
            contentsOf: DaihuoProcess.root.appendingPathComponent("docs/correctness.md"), encoding: .utf8)
        rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") }.map { line in
            line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        }
    }

    @Test("names tests that are there, each in its file")
    func tests() throws {
        var texts: [String: String] = [:]
        let folder = DaihuoProcess.root.appendingPathComponent("Tests")
        for path in FileManager.default.subpaths(atPath: folder.path) ?? []
        where path.hasSuffix("Tests.swift") {
            let file = folder.appendingPathComponent(path)
            // Some modules have a file of one name.
            texts[file.lastPathComponent, default: ""] += try String(contentsOf: file, encoding: .utf8)
        }
        var count = 0
        for row in rows {
            guard let cell = row.last, cell.contains("Tests.swift`") else { continue }
            for part in cell.components(separatedBy: "; `") {
                var names = part.split(separator: "`").map(String.init).filter { $0.count > 2 }
                let file = names.removeFirst()
                let text = try #require(texts[file], "\(file)")
                #expect(!names.isEmpty, "\(row[0])")
                for name in names {
                    // Not in the expectation, which would print the file.
                    let isThere = text.contains("\"\(name)\"")
                    #expect(isThere, "\(file): \(name)")
                    count += 1
                }
            }
        }
        #expect(count > 40)
    }

    @Test("leaves out no trap, no cause and no case")
    func lines() {
        let told = rows.filter { $0.last?.contains("Tests.swift`") == true }.map { $0[0] }
        for number in 22...30 { #expect(told.contains("K\(number)")) }
        for number in [14, 17, 19, 20, 38] { #expect(told.contains("case \(number)")) }
        // Eight traps, five causes, fourteen cases, three properties.
        #expect(told.count == 30 && Set(told).count == 30)
    }
}
