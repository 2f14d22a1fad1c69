import Domain
import Foundation
import Reports
import Testing

/// docs/glossary.md holds one word for one thing: what it names is there, and what it rules out is not.
@Suite("The words of the field")
struct GlossaryTests {
    @Test("each Chinese and each English word is one that reports use")
    func shown() throws {
        let reports = try Tree.text(under: "Sources/Reports").lowercased()
        let missing = try Tree.words().flatMap { $0[0...1] }.filter { !reports.contains($0.lowercased()) }
        #expect(missing == [])
    }

    @Test("no Chinese word and no Swift name stands for two things")
    func unique() throws {
        let words = try Tree.words()
        for column in [0, 4] {
            let names = words.map { $0[column] }
            #expect(Set(names).count == names.count, "column \(column)")
        }
        #expect(words.allSatisfy { $0.count == 5 } && words.count > 50)
    }

    @Test("each key is written somewhere in the sources")
    func keys() throws {
        let sources = try Tree.text(under: "Sources")
        let missing = try Tree.words().map { $0[2] }.filter { !sources.contains($0) && !$0.isEmpty }
        #expect(missing == [])
    }

    @Test("each column is told of its view in docs/store.md")
    func columns() throws {
        let store = try Tree.text("docs/store.md")
        let untold = try Tree.words().map { $0[3] }.filter { column in
            let parts = column.split(separator: ".")
            guard parts.count == 2 else { return !column.isEmpty }
            let view = store.components(separatedBy: "\n### \(parts[0])\n").dropFirst().first ?? ""
            return !view.components(separatedBy: "\n##")[0].contains("`\(parts[1])`")
        }
        #expect(untold == [])
    }

    @Test("each Swift name is declared in the sources")
    func names() throws {
        let files = try Tree.files(under: "Sources").map { Declarations(in: try Tree.text($0)) }
        let missing = try Tree.words().map { $0[4] }.filter { name in
            let parts = name.split(separator: ".").map(String.init)
            return !files.contains { file in
                file.types.contains(parts[0]) && parts.dropFirst().allSatisfy(file.members.contains)
            }
        }
        #expect(missing == [])
    }

    @Test("what is not to be used stands in no sentence, help, description or document")
    func unused() throws {
        let sentences = Sentence.all.flatMap { [$0.chinese, $0.english] }
        let shown = try ["Reports", "Service", "Demo", "daihuo"].map {
            try Tree.texts(under: "Sources/\($0)")
        }
        let documents = try Tree.documents()
        #expect(documents.count > 5)
        for row in try Tree.unused() {
            let texts =
                row[0].contains { !$0.isASCII } ? sentences + shown + documents : sentences + documents
            let place = texts.first { $0.contains(row[0]) }?.components(separatedBy: row[0])[0].suffix(80)
            #expect(place == nil, "\(row[0])")
        }
    }
}

/// What a file of Swift declares or extends, word by word.
private struct Declarations {
    var types: Set<String> = []
    var members: Set<String> = []

    init(in text: String) {
        for line in text.split(separator: "\n") {
            let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
            for (keyword, name) in zip(words, words.dropFirst()) {
                switch keyword {
                case "struct", "enum", "class", "protocol", "extension": types.insert(name)
                case "let", "var", "func": members.insert(name)
                default: break
                }
            }
            if words.first == "case" { members.formUnion(words.dropFirst()) }
        }
    }
}

/// The files of the project.
private enum Tree {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// The paths of the Swift files of a folder.
    static func files(under folder: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
            // What staff may write in their tables is not what we write.
            .filter { $0.hasSuffix(".swift") && !$0.hasSuffix("RosterWords.swift") }.map { folder + "/" + $0 }
    }

    static func text(under folder: String) throws -> String {
        try files(under: folder).map { try text($0) }.joined(separator: "\n")
    }

    /// The same without comments.
    static func texts(under folder: String) throws -> String {
        try text(under: folder).split(separator: "\n")
            .filter { !$0.drop(while: \.isWhitespace).hasPrefix("//") }.joined(separator: "\n")
    }

    /// What people read about the project, but for the glossary itself.
    static func documents() throws -> [String] {
        let docs = try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: "docs").path)
            .filter { $0.hasSuffix(".md") && $0 != "glossary.md" && $0 != "roster.md" }.map { "docs/" + $0 }
        let readmes = ["README.md", "README.zh.md"].filter {
            FileManager.default.fileExists(atPath: root.appending(path: $0).path)
        }
        return try (docs + readmes).map { try text($0) }
    }

    /// The rows of the table under a heading of the glossary.
    private static func table(_ heading: String) throws -> [[String]] {
        let part = try text("docs/glossary.md").components(separatedBy: "\n## \(heading)\n").last ?? ""
        let lines = part.components(separatedBy: "\n## ")[0].split(separator: "\n").filter {
            $0.hasPrefix("|")
        }
        return lines.dropFirst(2).map { line in
            line.dropFirst().dropLast().components(separatedBy: "|").map {
                $0.trimmingCharacters(in: CharacterSet(charactersIn: " `"))
            }
        }
    }

    static func words() throws -> [[String]] { try table("The words") }
    static func unused() throws -> [[String]] { try table("Words that are not used") }
}
