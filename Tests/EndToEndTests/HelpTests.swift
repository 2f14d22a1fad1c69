import Foundation
import Testing

/// What the command line says of itself is read by people and copied into schedules: it changes on purpose only.
@Suite("The help of the command line")
struct HelpTests {
    private static let verbs = [
        "", "init", "template", "check", "authorise", "sync", "import", "inbox", "attribute", "post", "run",
        "serve",
        "replay",
        "gaps", "backup", "restore",
        "parked",
        "parked dismiss",
        "explain", "roster", "roster check", "report",
        "report attribution", "report self-reports", "simulate", "demo",
    ]

    @Test("the list of verbs above is that of the command line")
    func complete() throws {
        let folder = try TestFolder()
        let help = try DaihuoProcess.run(["--lang", "en", "--help"], in: folder.url).output
        let lines = help.components(separatedBy: "SUBCOMMANDS:").last?.split(separator: "\n") ?? []
        let verbs = lines.prefix { !$0.contains("See '") }.filter {
            $0.hasPrefix("  ") && !$0.hasPrefix("   ")
        }
        .compactMap { $0.split(separator: " ").first.map(String.init) }
        #expect(verbs.count > 15)
        #expect(Set(verbs) == Set(Self.verbs.filter { !$0.isEmpty && !$0.contains(" ") }), "\(help)")
    }

    @Test(
        "each verb's help is that of its golden file, in each language (RECORD=1 writes it anew)",
        arguments: verbs, ["zh", "en"])
    func help(verb: String, language: String) throws {
        let folder = try TestFolder()
        let words = verb.split(separator: " ").map(String.init)
        let isEnglish = language == "en"
        let result = try DaihuoProcess.run(
            (isEnglish ? ["--lang", "en"] : []) + words + ["--help"], in: folder.url,
            environment: ["COLUMNS": "100"])
        #expect(result.status == 0 && result.complaints.isEmpty, "\(result.complaints)")
        #expect(!isEnglish || result.chineseLines.isEmpty)

        let name = (["daihuo"] + words).joined(separator: "-")
        let file = DaihuoProcess.root.appendingPathComponent(
            "fixtures/help/\(isEnglish ? "en/" : "")\(name).txt")
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try Data(result.output.utf8).write(to: file)
            return
        }
        #expect(result.output == (try String(contentsOf: file, encoding: .utf8)), "\(name)")
    }

    @Test(
        "the language may stand anywhere, also where there is no verb",
        arguments: [
            ["--lang", "en"], ["--lang=en"], ["--lang", "en", "--help"], ["--help", "--lang", "en"],
            ["help", "sync", "--lang", "en"], ["--lang", "en", "help", "sync"],
            ["report", "--help", "--lang=en"],
            ["--quiet", "--lang", "en", "parked", "-h"],
        ])
    func anywhere(arguments: [String]) throws {
        let folder = try TestFolder()
        let result = try DaihuoProcess.run(arguments, in: folder.url)
        #expect(result.status == 0 && result.output.contains("USAGE: daihuo"), "\(result.complaints)")
        #expect(result.chineseLines.isEmpty)
    }

    @Test("of a language that is asked for twice the later counts, wherever it stands")
    func later() throws {
        let folder = try TestFolder()
        let result = try DaihuoProcess.run(
            ["--lang", "zh", "init", "bureau", "--dry-run", "--lang", "en"], in: folder.url)
        #expect(result.status == 0 && result.chineseLines.isEmpty, "\(result.output)")
    }

    @Test(
        "a command line that is not understood is told in Chinese, with its usage; nothing of the parser's English"
    )
    func misuse() throws {
        let folder = try TestFolder()
        for (arguments, sentence) in [
            (["frobnicate"], "多了“frobnicate”"), (["sync", "--frm", "x"], "没有选项 --frm，是不是 --from？"),
            (["sync", "--colour"], "没有选项 --colour"), (["sync", "--from"], "--from <day>：后面要写一个值"),
            (["run", "--quiet=yes"], "--quiet：后面不写值，却写了“yes”"), (["explain", "a", "b", "c"], "多了 2 个词：b、c"),
            (["explain"], "缺少 <order>"), (["check", "--sample", "x"], "--sample <count>：不能是“x”"),
            (["run", "--lang", "fr"], "--lang <lang>：不能是“fr”；可写：zh、en"),
            (["parked", "--format", "xlsx"], "--format <format>：不能是“xlsx”；可写：table、csv、json"),
        ] {
            let result = try DaihuoProcess.run(arguments, in: folder.url)
            let lines = result.complaints.split(separator: "\n").map(String.init)
            #expect(result.status == 2 && result.output.isEmpty && lines.first == sentence, "\(lines)")
            #expect(
                lines.contains { $0.hasPrefix("用法：daihuo") } && lines.last?.hasPrefix("详见 daihuo") == true)
            for word in ["Error", "Usage", "Help", "See", "Missing", "invalid"] {
                #expect(!result.complaints.contains(word), "\(word): \(lines)")
            }
        }
    }
}
