import Foundation

/// The worked questions of docs/store.md: the SELECT under each heading.
struct StoreDocument {
    let questions: [(title: String, sql: String)]

    init() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../docs/store.md").standardizedFileURL
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        questions = text.components(separatedBy: "\n### ").dropFirst().compactMap { section in
            let parts = section.components(separatedBy: "```")
            guard parts.count > 1, parts[1].hasPrefix("sql\n") else { return nil }
            let title = section.prefix { $0 != "\n" }
            return (String(title), String(parts[1].dropFirst(4).drop { $0 == "\n" }.filter { $0 != ";" }))
        }
    }
}

/// What the examples of the document are put for.
struct QuestionWorld {
    let party: String
    let month: String
    let county: String
    let order: String
    let batch: String

    /// The question about this world.
    func sql(_ documented: String) -> String {
        documented.replacing("'fs-0001'", with: "'\(party)'").replacing("'2022-12'", with: "'\(month)'")
            .replacing("'411422'", with: "'\(county)'").replacing("'6920000000000010011'", with: "'\(order)'")
            .replacing("batch = 1 ", with: "batch = \(batch) ")
    }
}
