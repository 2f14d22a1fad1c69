import Foundation
import Testing

/// Whoever asks for English is told nothing in Chinese, whatever the verb and whatever the mistake.
@Suite("English")
struct EnglishTests {
    private static let days = ["--from", "2022-11-01", "--to", "2022-11-30"]
    private static let attribution = ["report", "attribution"] + days

    /// Runs a verb, which has to end so and to say something, in English.
    @discardableResult
    private func expectEnglish(
        _ bureau: Bureau, _ arguments: [String], status: Int32 = 0,
        _ place: SourceLocation = #_sourceLocation
    ) throws -> DaihuoProcess.Result {
        let result = try bureau.runInEnglish(arguments)
        #expect(
            result.status == status, "\(arguments): \(result.output)\(result.complaints)",
            sourceLocation: place)
        #expect(!(result.output + result.complaints).isEmpty, "\(arguments)", sourceLocation: place)
        // The columns of an export keep their names.
        let lines = result.chineseLines.filter { arguments[0] != "import" || !$0.contains("columns") }
        #expect(lines.isEmpty, "\(arguments)", sourceLocation: place)
        return result
    }

    @Test("from an empty folder to a report: every verb")
    func everyVerb() throws {
        let bureau = try Bureau.english()
        let broken = Cases.path("08-malformed-rows-counted/broken.csv")
        for verb in [
            ["check"], ["sync", "--dry-run"], ["import", broken, "--dry-run"], ["run"], ["check"],
            ["sync"] + Self.days,
        ] {
            try expectEnglish(bureau, verb)
        }
        try expectEnglish(bureau, ["import", broken, "--strict"], status: 1)
        // Another roster: credits are decided and booked anew.
        try bureau.employInEnglish("fs-02")
        for verb in [
            ["check"], Self.attribution, ["attribute"], ["post"], ["check", "--sample", "1"],
            ["check", "--format", "json"], ["run", "--format", "json"],
        ] {
            try expectEnglish(bureau, verb)
        }
    }

    @Test("the report in its formats, by every key, on every leg and day")
    func reports() throws {
        let bureau = try Bureau.english()
        try bureau.done("run")
        for key in [
            "party", "kind", "day", "channel", "shop", "source", "county", "region", "party_county",
            "buyer_county",
            "category", "session", "campaign",
        ] {
            try expectEnglish(bureau, Self.attribution + ["--by", key])
        }
        for wish in [
            ["--format", "csv"], ["--format", "json"], ["--leg", "buy"], ["--leg", "any"],
            ["--dated", "refunded"], ["--dated", "booked"], ["--only", "kind=first secretary"],
            ["--only", "channel=zone"],
        ] {
            try expectEnglish(bureau, Self.attribution + wish)
        }
    }

    @Test("what was read and what was not, as a table, a page, and by how late it came")
    func gaps() throws {
        let bureau = try Bureau.english()
        try bureau.done("sync", "--account", "z-zone")
        for format in ["table", "csv", "json", "html"] {
            try expectEnglish(bureau, ["gaps", "--format", format])
        }
        try expectEnglish(bureau, ["gaps", "--strict"], status: 1)
        try expectEnglish(bureau, ["gaps", "--by", "hour"] + Self.days)
        try expectEnglish(bureau, ["gaps", "--lateness"])
        try expectEnglish(bureau, ["gaps", "--lateness", "--account", "z-zone", "--format", "json"])
    }

    @Test("what is held, what is known of an order, and what a person dismisses")
    func held() throws {
        let bureau = try Bureau.english()
        try bureau.done("run")
        _ = try bureau.run(["import", Cases.path("08-malformed-rows-counted/broken.csv")])
        for format in ["table", "csv", "json"] {
            try expectEnglish(bureau, ["parked", "--format", format])
        }
        for kind in ["parked", "orphan", "unknown_word", "conflict", "header_gap"] {
            try expectEnglish(bureau, ["parked", "--only", "kind=\(kind)"])
        }
        for order in ["F1", "F9", "6980000000000030011"] {
            try expectEnglish(bureau, ["explain", order])
            try expectEnglish(bureau, ["explain", order, "--format", "json"])
        }
        try expectEnglish(bureau, ["parked", "dismiss", "p1", "--why", "void"])
    }

    @Test("init writes files that are explained in English")
    func starterFiles() throws {
        let folder = try TestFolder()
        let dry = try DaihuoProcess.run(["init", "--lang", "en", "bureau", "--dry-run"], in: folder.url)
        let made = try DaihuoProcess.run(["--lang", "en", "init", "bureau"], in: folder.url)
        let twice = try DaihuoProcess.run(["init", "bureau", "--lang=en"], in: folder.url)
        #expect(dry.status == 0 && made.status == 0 && twice.status == 2)
        #expect([dry, made, twice].flatMap(\.chineseLines).isEmpty)
        let file = folder.url.appendingPathComponent("bureau/daihuo.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text.utf8.allSatisfy { $0 < 128 })
        let run = try DaihuoProcess.run(
            ["--lang", "en", "--config", "bureau/daihuo.yaml", "run"], in: folder.url)
        #expect(run.status == 0 && run.chineseLines.isEmpty, "\(run.complaints)")
    }

    @Test("the demo, and the platforms that it plays")
    func demo() throws {
        let folder = try TestFolder()
        let demo = try DaihuoProcess.run(["demo", "--lang", "en", "--scale", "0.005"], in: folder.url)
        #expect(demo.status == 0, "\(demo.output)\(demo.complaints)")
        #expect(demo.chineseLines.isEmpty)
        // Its clock stands still.
        #expect(demo.output.contains("started 2022-12-20 08:00:00 (Beijing time)\n"), "\(demo.output)")
        let live = try SimulatedPlatforms(language: "en")
        let said = try String(
            contentsOf: live.folder.url.appendingPathComponent("simulate.err"), encoding: .utf8)
        #expect(DaihuoProcess.Result(status: 0, output: "", complaints: said).chineseLines.isEmpty)
        // A port of the system's, as nobody.
        let refused = try DaihuoProcess.run(
            ["simulate", "--lang", "en", "--scale", "0.005", "--port", "1"], in: folder.url,
            asNobody: getuid() == 0)
        #expect(refused.status == 2 && refused.chineseLines.isEmpty, "\(refused.complaints)")
    }
}
