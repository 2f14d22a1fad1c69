import Foundation
import GRDB
import Testing

@testable import Store

/// docs/store.md tells every view, list and table as it is.
@Suite("docs/store.md")
struct DocumentTests {
    /// Rows of tables by the heading that they stand under; a cell's names in backticks.
    private let rows: [String: [[String]]]

    init() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../docs/store.md").standardizedFileURL
        var rows: [String: [[String]]] = [:]
        var heading = ""
        for line in String(decoding: try Data(contentsOf: file), as: UTF8.self).split(separator: "\n") {
            if line.hasPrefix("#") { heading = line.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces) }
            guard line.hasPrefix("| `") else { continue }
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            rows[heading, default: []].append(cells)
        }
        self.rows = rows
    }

    private func names(_ cell: String) -> [String] {
        cell.replacing("`", with: "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    }

    private func fetch(_ sql: String) async throws -> [[String]] {
        try await TemporaryStore().ask(sql)
    }

    @Test("tells every view with all its columns in their order, and no other")
    func views() async throws {
        let views = try await fetch("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY rowid").map {
            $0[0]
        }
        #expect(rows.keys.filter { $0.hasPrefix("v_") }.sorted() == views.sorted())
        for view in views {
            let columns = try await fetch("SELECT name FROM pragma_table_info('\(view)')").map { $0[0] }
            #expect(rows[view]?.flatMap { names($0[0]) } == columns, "\(view)")
        }
    }

    @Test("tells every table with its key")
    func tables() async throws {
        let known = try await fetch(
            """
            SELECT t.name, (SELECT group_concat(name, ', ') FROM
                (SELECT name FROM pragma_table_info(t.name) WHERE pk > 0 ORDER BY pk))
            FROM sqlite_schema t WHERE t.type = 'table' AND t.name <> 'sqlite_sequence' ORDER BY 1
            """)
        let told = (rows["The tables behind"] ?? []).map {
            [names($0[0])[0], names($0[1]).joined(separator: ", ")]
        }
        #expect(told.sorted { $0[0] < $1[0] } == known)
    }

    @Test("tells every word of every list")
    func words() async throws {
        let known = try await fetch("SELECT list, number, word FROM word ORDER BY list, number")
        let told = (rows["The lists"] ?? []).flatMap { row in
            row[1].components(separatedBy: " · ").map { [names(row[0])[0]] + $0.components(separatedBy: " ") }
        }
        #expect(told == known)
    }
}
