import Foundation
import Testing

/// Ordinary mistakes of whoever asks for English: told in English, with the exit code of the contract.
@Suite("Mistakes in English")
struct EnglishMistakesTests {
    private static let days = ["--from", "2022-11-01", "--to", "2022-11-30"]
    private static let attribution = ["report", "attribution"] + days

    private func expectEnglish(
        _ bureau: Bureau, _ arguments: [String], status: Int32 = 2, naming part: String = ""
    ) throws {
        let result = try bureau.runInEnglish(arguments)
        let said = result.output + result.complaints
        #expect(result.status == status, "\(arguments): \(said)")
        #expect(!said.isEmpty && (part.isEmpty || said.contains(part)), "\(arguments): \(said)")
        #expect(result.chineseLines.isEmpty, "\(arguments)")
    }

    @Test("a command line or a question that makes no sense")
    func questions() throws {
        let bureau = try Bureau.english()
        try bureau.done("run")
        for (arguments, part) in [
            (["run", "--config", "absent.yaml"], "absent.yaml"), (["frobnicate"], "frobnicate"),
            (["run", "--frm"], "--frm"),
            (["run", "--patiense", "1s"], "--patience"),
            (["run", "--config"], "--config"), (["run", "--quiet=yes"], "--quiet"), (["explain"], "<order>"),
            (["explain", "a", "b", "c"], "b, c"), (["report", "attribution"], "--from"),
            (Self.attribution + ["--format", "xlsx"], "csv"), (["check", "--sample", "many"], "many"),
            (["check", "--sample", "0"], "--sample"), (["run", "--now", "yesterday"], "yesterday"),
            (["run", "--patience", "long"], "long"), (["sync", "--account", "nobody"], "nobody"),
            (["sync", "--from", "2022-11-01"], "--to"), (["sync", "--from", "x", "--to", "y"], "x"),
            (["sync", "--from", "2022-11-02", "--to", "2022-11-01"], "--from"),
            (["report", "attribution", "--from", "2022-02-30", "--to", "2022-03-01"], "2022-02-30"),
            (Self.attribution + ["--by", "colour"], "party"),
            (Self.attribution + ["--by", "partyy"], "party"),
            (Self.attribution + ["--leg", "both"], "both"), (Self.attribution + ["--dated", "sold"], "sold"),
            (Self.attribution + ["--leg", "any", "--dated", "booked"], "booked"),
            (Self.attribution + ["--only", "kind"], "kind"),
            (Self.attribution + ["--only", "kind=dragon"], "dragon"),
            (Self.attribution + ["--only", "party=fs-1"], "fs-01"),
            (Self.attribution + ["--only", "county=nowhere"], "nowhere"),
            (Self.attribution + ["--only", "day=never"], "never"), (["explain", "F404"], "F404"),
            (["parked", "--only", "age=3"], "age=3"), (["parked", "--only", "kind=lost"], "orphan"),
            (["parked", "dismiss", "p404", "--why", "void"], "p404"),
            (["parked", "dismiss", "p1", "--why", " "], "--why"),
            (["import", "absent.csv"], "absent.csv"), (["import", "/etc/hostname"], "hostname"),
            (["import", Cases.path("04-duplicate-header/orders.csv"), "--account", "nobody"], "nobody"),
            (["import", Cases.path("04-duplicate-header/orders.csv"), "--account", "z-zone"], "z-zone"),
            (["demo", "--scale", "0"], "--scale"), (["demo", "--folder", "roster"], "roster"),
        ] {
            try expectEnglish(bureau, arguments, naming: part)
        }
    }

    @Test("no store, another kind of file as a store, no platform at the address")
    func places() throws {
        let bureau = try Bureau.english()
        try expectEnglish(bureau, ["explain", "F1"], status: 4)
        try expectEnglish(bureau, Self.attribution, status: 4)
        try bureau.folder.write("not a database, but long enough to look at", to: "daihuo.sqlite")
        try expectEnglish(bureau, ["run"], status: 4)
        try expectEnglish(bureau, ["check"], status: 4)

        let away = try Bureau.english()
        try away.edit("daihuo.yaml") {
            $0.replacingOccurrences(of: away.server.baseURL, with: "http://127.0.0.1:9")
        }
        try expectEnglish(away, ["run", "--patience", "1s"], status: 3)
        try expectEnglish(away, ["check"], status: 3)
    }

    /// A file of the bureau with something wrong in it.
    struct Broken: Sendable, CustomTestStringConvertible {
        let file: String
        let old: String
        let new: String
        var testDescription: String { "\(file): \(old) → \(new)" }

        init(_ file: String, _ old: String, _ new: String) {
            (self.file, self.old, self.new) = (file, old, new)
        }
    }

    @Test(
        "a file that cannot be used: configuration, roster, description",
        arguments: [
            Broken("daihuo.yaml", "roster:", "roaster:"), Broken("daihuo.yaml", "accounts:", "accounts: ["),
            Broken("daihuo.yaml", "store: ", "store: postgres://localhost/x # "),
            Broken("daihuo.yaml", "roster: roster", "roster: nowhere"),
            Broken("daihuo.yaml", "platform: douyin", "platform: duoyin"),
            Broken("daihuo.yaml", "since: 2022-11-01", "since: soon"),
            Broken("daihuo.yaml", "id: z-zone", "id: a-douyin"),
            Broken("daihuo.yaml", "app_secret: secret", "app_secret: env:NOT_THERE"),
            Broken("daihuo.yaml", "base_url: http://127.0.0.1", "base_url: http://example.org"),
            Broken("roster/parties.csv", "first_secretary", "dragon"),
            Broken("roster/parties.csv", "410423", "41"), Broken("roster/parties.csv", "fs-02", "fs-01"),
            Broken("roster/parties.csv", "party,name", "who,name"),
            Broken("roster/tenures.csv", "2021-01-01", "once"),
            Broken("roster/tenures.csv", "fs-02", "fs-09"),
            Broken("roster/tenures.csv", "2022-11-10\nfs-02", "\nfs-01"),
            Broken("roster/campaigns.csv", "2022-11-09", "2022-11-01"),
            Broken("platforms/t-decl.yaml", "paging:", "pages:"),
            Broken("platforms/t-decl.yaml", "money: fen", "money: pence"),
            Broken("platforms/t-decl.yaml", " line: line,", ""),
            Broken("platforms/t-decl.yaml", "kind: page", "kind: leaf"),
            Broken("platforms/t-decl.yaml", "size: 100", "size: many"),
            Broken("platforms/t-decl.yaml", "{from}", "{form}"),
            Broken("platforms/t-decl.yaml", "feeds:", "feeds: ["),
        ])
    func files(broken: Broken) throws {
        let bureau = try Bureau.english()
        try bureau.edit(broken.file) { $0.replacingOccurrences(of: broken.old, with: broken.new) }
        for verb in ["check", "run"] {
            let result = try bureau.runInEnglish([verb, "--patience", "1s"])
            #expect(result.status != 0, "\(verb)")
            #expect(!(result.output + result.complaints).isEmpty)
            #expect(result.chineseLines.isEmpty, "\(verb)")
        }
    }
}
