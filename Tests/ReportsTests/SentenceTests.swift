import Domain
import Foundation
import Testing

@testable import Reports

/// Whatever is noticed anywhere has a sentence in both languages, and no sentence is there for nothing.
@Suite("Sentences by language")
struct SentenceTests {
    @Test("each code has one sentence, with the same things standing in both languages")
    func sentences() {
        #expect(Set(Sentence.all.map(\.code)).count == Sentence.all.count)
        for sentence in Sentence.all {
            let comment = Comment(rawValue: sentence.code)
            #expect(Self.places(sentence.chinese) == Self.places(sentence.english), comment)
            #expect(!Self.isChinese(sentence.english), comment)
            #expect(Self.commands(sentence.chinese) == Self.commands(sentence.english), comment)
            #expect(sentence.code.contains(/^[a-z]+(\.[a-z0-9_]+)?$/), comment)
        }
    }

    @Test("each code that stands in the sources has a sentence, and each sentence stands in the sources")
    func codes() throws {
        let known = Set(Sentence.all.map(\.code))
        let areas = Set(known.map { $0.prefix { $0 != "." } })
        let used = try Self.literals().filter { areas.contains($0.prefix { $0 != "." }) }
        #expect(used.filter { $0.contains(".") }.subtracting(known) == [])
        #expect(known.subtracting(used) == [])
    }

    @Test("a sentence is filled in once, whatever stands in what is filled in")
    func filling() {
        let notice = Notice("joined", "{2}", Notice("quoted", "{1} {"))
        #expect(notice.text(in: .chinese) == "{2}：“{1} {”")
        #expect(notice.text(in: .english) == "{2}: \"{1} {\"")
        let list = Notice("joined", ["a", "b"], [Notice("quoted", "c")])
        #expect(list.text(in: .chinese) == "a、b：“c”")
        #expect(list.text(in: .english) == "a, b: \"c\"")
    }

    @Test("a count stands with the form of its noun that goes with it, in English")
    func counted() {
        func text(_ entries: Int64) -> String { Notice("progress.booked", entries).text(in: .english) }
        #expect(
            text(1) == "1 entry booked" && text(0) == "0 entries booked" && text(21) == "21 entries booked")
        #expect(Notice("progress.booked", Int64(1).grouped).text(in: .chinese) == "已入账 1 笔")
        let ones = Sentence.all.filter { sentence in
            // One of each: a plural behind it is a mistake.
            let ones = Array(repeating: Notice.verbatim("1"), count: 9)
            let text = Notice(sentence.code, ones[0], ones[1], ones[2], ones[3], ones[4], ones[5], ones[6])
                .text(in: .english)
            return text.contains(
                /\b1 (records|pages|orders|days|lines|entries|accounts|times|batches|cells|words)\b/)
        }
        #expect(ones.map(\.code).filter { !Self.alwaysSeveral.contains($0) } == [])
    }

    /// Where there are never less than two.
    private static let alwaysSeveral: Set<String> = [
        "accounts.all", "accounts.several", "usage.unexpected_several", "gaps.too_many_hours",
        "check.look_back_too_deep", "lateness.unknown_why",
    ]

    @Test("each command of a sentence names the configuration where the process was given one")
    func commands() {
        let verbs =
            /daihuo (check|sync|import|attribute|post|run|gaps|parked|explain|report|backup|restore|replay|authorise)\b/
        for sentence in Sentence.all {
            let isUnmarked = [sentence.chinese, sentence.english].contains { $0.contains(verbs) }
            #expect(!isUnmarked, Comment(rawValue: sentence.code))
        }
        let notice = Notice("check.run_post")
        #expect(notice.text(in: .english) == "run daihuo post")
        Invocation.$config.withValue("/srv/省 局/daihuo.yaml") {
            #expect(notice.text(in: .english) == "run daihuo --config '/srv/省 局/daihuo.yaml' post")
        }
        Invocation.$config.withValue("bureau/it's.yaml") {
            #expect(notice.text(in: .chinese) == #"请运行 daihuo --config 'bureau/it'\''s.yaml' post"#)
        }
    }

    @Test("a notice comes back from a store as it was")
    func stored() throws {
        let notice = Notice("joined", ["a", "b"], Notice("quoted", "\"c\"/\\"))
        let data = try JSONEncoder().encode(notice)
        #expect(try JSONDecoder().decode(Notice.self, from: data) == notice)
    }

    private static func places(_ text: String) -> Set<Substring> {
        Set(text.matches(of: /\{(\d+)[:}]/).map(\.output.1))
    }

    /// How often a command begins.
    private static func commands(_ text: String) -> Int { text.matches(of: /\{daihuo\}/).count }

    /// Han, and what stands between and around it.
    private static func isChinese(_ text: String) -> Bool {
        text.unicodeScalars.contains {
            (0x3000...0x9FFF).contains($0.value) || (0xFF00...0xFFEF).contains($0.value)
        }
    }

    /// The literals of the sources that look like a code.
    private static func literals() throws -> Set<String> {
        let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources")
            .standardizedFileURL
        let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        var literals: Set<String> = []
        for case let file as URL in files
        where file.pathExtension == "swift" && !file.path.contains("/Reports/Sentences/") {
            let text = try String(contentsOf: file, encoding: .utf8)
            for match in text.matches(of: /"([a-z]+(?:\.[a-z0-9_]+)?)"/) {
                literals.insert(String(match.output.1))
            }
        }
        return literals
    }
}
