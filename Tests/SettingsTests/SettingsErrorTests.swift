import Domain
import Foundation
import Reports
import Service
import Testing

@Suite("Settings: what is refused")
struct SettingsErrorTests {
    private static let files = [
        "keys", "values", "files", "look-back", "secrets", "list", "empty", "twice", "store-list",
        "syntax-tab",
        "syntax-colon",
        "syntax-quote", "syntax-bracket", "syntax-brace", "syntax-indent", "syntax-item", "syntax-sign",
        "syntax-value", "syntax-dash", "syntax-alias", "syntax-star", "syntax-escape", "syntax-documents",
        "syntax-control", "syntax-gbk", "syntax-tag", "syntax-percent", "syntax-tabs",
    ]

    @Test(
        "a wrong configuration names every problem with its line and what to write, and repeats no secret",
        arguments: files)
    func malformed(name: String) throws {
        let text = Fixture.problems("malformed/\(name).yaml")

        try Fixture.expectGolden(text, "malformed/\(name).txt")
        #expect(!text.contains("pass-4711"))
    }

    @Test(
        "in English it says so without a Chinese word",
        arguments: files.map { "malformed/\($0).yaml" } + ["nowhere.yaml", "malformed"])
    func english(name: String) {
        let text = Fixture.problems(name, in: .english)
        #expect(text.split(separator: "\n").count == Fixture.problems(name).split(separator: "\n").count)
        #expect(!text.holdsChinese && !text.contains("settings."), "\(text)")
    }

    @Test("descriptions of platforms report their own problems, and accounts of a broken one are not blamed")
    func descriptions() throws {
        try Fixture.expectGolden(Fixture.problems("broken/settings.yaml"), "broken/settings.txt")
    }

    @Test(
        "a file that is not there is said to be missing, and how to get one",
        arguments: ["nowhere.yaml", "malformed"])
    func missing(name: String) throws {
        try Fixture.expectGolden(Fixture.problems(name), "missing-\(name.prefix { $0 != "." }).txt")
    }

    @Test(
        "a configuration without one of its lines, or cut anywhere, is read or refused in words"
    )
    func lines() throws {
        let folder = try TemporaryFolder()
        let yaml = try String(contentsOfFile: Fixture.folder + "contract.yaml", encoding: .utf8)
        let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
        let without = lines.indices.map { (lines[..<$0] + lines[($0 + 1)...]).joined(separator: "\n") }
        let cut = stride(from: 0, to: yaml.count, by: 7).map { String(yaml.prefix($0)) }
        for text in without + cut {
            let file = try folder.write(text, "daihuo.yaml")
            do throws(SettingsError) {
                _ = try Settings.load(path: file, environment: [:])
            } catch {
                #expect(!error.problems.isEmpty, "\(text)")
                #expect(
                    error.problems.allSatisfy {
                        ($0.line ?? 1) >= 1 && $0.notice.text(in: .chinese).count > 5
                    }, "\(error)")
                #expect(!error.sentences.contains("literal on loopback"), "\(error)")
            }
        }
    }
}
