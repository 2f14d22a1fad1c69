import Domain
import Foundation
import Reports
import Testing

@testable import Service

/// The names of columns and the words of lists that a roster may be written in.
@Suite
struct RosterWordsTests {
    private static let forms = RosterForm.all

    @Test("no name stands for two columns of a table, or for two tables", arguments: forms.map(\.name))
    func columns(name: String) throws {
        let form = try #require(Self.forms.first { $0.name == name })
        let names = form.columns.flatMap { [$0.name] + $0.chineseNames }.map(\.plainWord)
        #expect(Set(names).count == names.count, "\(names)")
        #expect(form.columns.allSatisfy { !$0.chineseNames.isEmpty })
        let sheets = Self.forms.flatMap { [$0.name] + $0.chineseNames }
        #expect(Self.forms.filter { $0.isNamed(name) }.count == 1 && Set(sheets).count == sheets.count)
    }

    @Test(
        "a table's header is its own and no other's, by the names of the contract and by the first Chinese ones",
        arguments: forms.map(\.name))
    func recognised(name: String) throws {
        let form = try #require(Self.forms.first { $0.name == name })
        for header in [form.columns.map(\.name), form.columns.map { $0.chineseNames[0] }] {
            #expect(Self.forms.filter { $0.isWhole(header) }.map(\.name) == [name], "\(header)")
        }
    }

    @Test("no word of a list stands for two values, and the words of reports are among them")
    func words() {
        expectUnique(RosterWords.partyKinds)
        expectUnique(RosterWords.identityKinds)
        expectUnique(RosterWords.channels)
        expectUnique(RosterWords.platforms)
        expectUnique(RosterWords.roles)
        expectUnique(RosterWords.legs)
        for word in RosterWords.partyKinds {
            #expect(word.isMeant(by: word.value.name(in: .chinese)), "\(word.key)")
        }
        for word in RosterWords.channels {
            #expect(word.isMeant(by: word.value.name(in: .chinese)), "\(word.key)")
        }
    }

    @Test(
        "a word is the same in any width and case, and with blanks in it",
        arguments: ["达人ID", "达人 id", "达人ＩＤ", "HOST"])
    func spelling(text: String) {
        #expect(RosterWords.identityKinds.first { $0.isMeant(by: text) }?.value == .host)
    }

    @Test("docs/roster.md lists every name of a column and every word")
    func documented() throws {
        let docs = try String(
            contentsOf: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().appending(path: "docs/roster.md"), encoding: .utf8)
        var lines = Self.forms.flatMap { form in
            form.columns.map { "| `\($0.name)` | \($0.chineseNames.joined(separator: " · ")) |" }
        }
        lines += rows(RosterWords.partyKinds) + rows(RosterWords.identityKinds) + rows(RosterWords.channels)
        lines += rows(RosterWords.platforms) + rows(RosterWords.roles)
        lines += rows(RosterWords.legs)
        if ProcessInfo.processInfo.environment["RECORD"] != nil { print(lines.joined(separator: "\n")) }
        for line in lines { #expect(docs.contains(line), "\(line)") }
    }

    private func rows<Value>(_ words: [RosterWord<Value>]) -> [String] {
        words.map { "| `\($0.key)` | \($0.chinese.joined(separator: " · ")) |" }
    }

    private func expectUnique<Value>(_ words: [RosterWord<Value>]) {
        let all = words.flatMap { [$0.key] + $0.chinese }.map(\.plainWord)
        #expect(Set(all).count == all.count && words.allSatisfy { !$0.chinese.isEmpty }, "\(all)")
    }
}
