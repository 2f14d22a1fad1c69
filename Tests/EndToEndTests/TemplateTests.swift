import Foundation
import Testing

@Suite("Templates on the command line")
struct TemplateTests {
    private func run(_ arguments: [String], in folder: TestFolder) throws -> DaihuoProcess.Result {
        try DaihuoProcess.run(["template"] + arguments, in: folder.url)
    }

    @Test("without a name all are listed, each with a sentence", arguments: SpokenLanguage.allCases)
    func list(language: SpokenLanguage) throws {
        let folder = try TestFolder()
        let result = try run(["--lang", language.rawValue], in: folder)
        #expect(result.status == 0 && result.complaints.isEmpty)
        #expect(result.output.contains(language.text("微信群接龙的订单", "what was ordered in WeChat groups")))
        #expect(language == .chinese || result.chineseLines.isEmpty, "\(result.output)")

        let json = try run(["--lang", language.rawValue, "--format", "json"], in: folder)
        let answer = try #require(
            try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        let templates = try #require(answer["templates"] as? [[String: String]])
        #expect(templates.count == 9)
        for template in templates {
            #expect(result.output.contains(try #require(template["template"])))
            #expect(result.output.contains(try #require(template["purpose"])))
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
    }

    @Test("one is written beside whoever asks, with what to do next, and never over a file that is there")
    func written() throws {
        let folder = try TestFolder()
        let first = try run(["sales-list"], in: folder)
        #expect(first.status == 0 && first.complaints.isEmpty, "\(first.complaints)")
        #expect(first.output.contains("import sales-list-销售清单.xlsx"))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["sales-list-销售清单.xlsx"])

        let second = try run(["sales-list"], in: folder)
        #expect(second.status == 2 && second.output.isEmpty && second.complaints.contains("--force"))
        #expect(try run(["sales-list", "--force", "--quiet"], in: folder).output.isEmpty)
        let other = try run(["sales-list", "--out", "b.xlsx", "--format", "json"], in: folder)
        #expect(other.status == 0 && other.output.contains(#""file": "b.xlsx""#), "\(other.output)")
        let files = try ["sales-list-销售清单.xlsx", "b.xlsx"].map {
            try Data(contentsOf: folder.url.appendingPathComponent($0))
        }
        #expect(files[0] == files[1] && files[0].count > 5_000)
    }

    @Test("what cannot be is told with what can", arguments: SpokenLanguage.allCases)
    func refused(language: SpokenLanguage) throws {
        let folder = try TestFolder()
        for (arguments, sentence) in [
            (["salse-list"], language.text("是不是“sales-list”", "did you mean \"sales-list\"")),
            (["--force"], language.text("--force：要和模板名一起写", "--force: it goes with a template's name")),
            (["relay-list", "--out", "no/a.xlsx"], language.text("没有这个文件夹", "there is no such folder")),
        ] {
            let result = try run(arguments + ["--lang", language.rawValue], in: folder)
            #expect(result.status == 2 && result.output.isEmpty)
            #expect(result.complaints.contains(sentence), "\(result.complaints)")
            #expect(language == .chinese || result.chineseLines.isEmpty)
        }
    }
}
