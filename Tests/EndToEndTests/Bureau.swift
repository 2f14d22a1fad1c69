import ChildProcesses
import Foundation
import Testing

/// A bureau's folder: configuration, roster and store, with its platforms on loopback.
///
/// The orders of 抖店 are all sold by one host, those of the zone in one shop; the roster says whose they are.
final class Bureau {
    static let douyin = Account(id: "a-douyin", platform: "douyin", shop: "9001")
    static let zone = Account(id: "z-zone", platform: "t-decl", shop: "Z1")

    /// An account of the configuration; tests change what it says.
    struct Account {
        var id: String
        var platform: String
        var shop: String
        var since = "2022-11-01"
    }

    let folder: TestFolder
    let server: PageServer
    /// The clock of the verbs that follow.
    var now = "2022-11-30T08:00:00+08:00"
    /// The language of the verbs that follow.
    var language = SpokenLanguage.chinese

    init(_ accounts: [Account] = [douyin]) throws {
        folder = try TestFolder()
        server = try PageServer()
        try configure(accounts)
        try employ("fs-01")
        try describe { $0 }
    }

    /// Writes the configuration.
    func configure(_ accounts: [Account]) throws {
        let items = accounts.map { account in
            """
              - id: \(account.id)
                platform: \(account.platform)
                shop: "\(account.shop)"
                base_url: \(server.baseURL)
                app_key: ak
                app_secret: secret
                access_token: token
                since: \(account.since)

            """
        }
        let head = "store: daihuo.sqlite\nroster: roster\nplatforms: platforms\naccounts:\n"
        try folder.write(head + items.joined(), to: "daihuo.yaml")
    }

    /// Writes a roster in which the host and the shop are this party's.
    func employ(_ party: String) throws {
        let parties = ["fs-01", "fs-02"].map { "\($0),示例\($0),first_secretary,410423,\n" }
        let tenures = ["fs-01", "fs-02"].map { "\($0),410423,第一书记,2021-01-01,\n" }
        try folder.write(
            "party,name,kind,region,organisation\n" + parties.joined(), to: "roster/parties.csv")
        try folder.write("party,region,role,from,to\n" + tenures.joined(), to: "roster/tenures.csv")
        try folder.write(
            """
            party,platform,kind,value,from,to
            \(party),douyin,host,700000000001,,
            \(party),,shop,Z1,,

            """, to: "roster/identities.csv")
        try folder.write(
            "campaign,name,from,to,channel,category,region,party\nc-1,示例节,2022-11-05,2022-11-09,,,,\n",
            to: "roster/campaigns.csv")
    }

    /// Writes the description of the platform `t-decl`, edited.
    func describe(_ edit: (String) -> String) throws {
        let text = try Cases.text("22-order-discount-over-three-lines/t-decl.yaml")
        try folder.write(edit(text), to: "platforms/t-decl.yaml")
    }

    /// Runs a verb to its end.
    func run(
        _ arguments: [String], strict: Bool = false, environment: [String: String] = [:]
    ) throws -> DaihuoProcess.Result {
        try DaihuoProcess.run(
            ["--quiet", "--now", now, "--lang", language.rawValue] + arguments + (strict ? ["--strict"] : []),
            in: folder.url, environment: environment)
    }

    /// Changes a file of the bureau, which must make a difference.
    func edit(_ name: String, _ edit: (String) -> String) throws {
        let old = try String(contentsOf: folder.url.appendingPathComponent(name), encoding: .utf8)
        let new = edit(old)
        try #require(new != old, "\(name)")
        try folder.write(new, to: name)
    }

    /// Runs a verb that has to end with 0.
    @discardableResult
    func done(_ arguments: String...) throws -> DaihuoProcess.Result { try done(arguments) }

    @discardableResult
    func done(_ arguments: [String]) throws -> DaihuoProcess.Result {
        let result = try run(arguments)
        #expect(result.status == 0, "\(arguments): \(result.output)\(result.complaints)")
        return result
    }

    /// Starts a verb, which tells its progress in `<name>.err`.
    func start(_ arguments: [String], name: String) throws -> ChildProcess {
        try DaihuoProcess.start(
            ["--now", now] + arguments, in: folder.url,
            output: folder.url.appendingPathComponent("\(name).out"),
            complaints: folder.url.appendingPathComponent("\(name).err"))
    }

    /// What a verb that was started has said so far.
    func said(_ name: String) throws -> String {
        try ["out", "err"].map {
            try String(contentsOf: folder.url.appendingPathComponent("\(name).\($0)"), encoding: .utf8)
        }.joined()
    }

    /// The report of November; its proof holds.
    func report(_ arguments: String...) throws -> ReportAnswer { try report(arguments) }

    /// The report of November, or of the days that are stated; its proof holds.
    func report(_ arguments: [String]) throws -> ReportAnswer {
        let days = arguments.contains("--from") ? [] : ["--from", "2022-11-01", "--to", "2022-11-30"]
        let result = try done(["report", "attribution", "--format", "json"] + days + arguments)
        let answer = try ReportAnswer(json: result.output)
        #expect(answer.proof.unexplainedFen == 0, "\(arguments)")
        return answer
    }

    /// What `check` warns of, but for what is still open in the store; it has to end with 0.
    func warnings() throws -> [String] {
        let result = try run(["check", "--format", "json"])
        let findings = try #require(try KilledRunTests.json(result.output)["findings"] as? [[String: Any]])
        #expect(result.status == 0, "\(result.output)")
        let open =
            [
                "parked", "orphans", "conflicts", "header_gaps", "unknown_words", "unassigned", "pending",
            ].map { "check.\($0)" } + [
                "reading.incomplete", "reading.all_otherwise", "reading.nothing_read_failed",
            ]
        return findings.filter { finding in
            ["warning", "error"].contains(finding["severity"] as? String)
                && !open.contains(finding["code"] as? String ?? "")
        }.compactMap { $0["what"] as? String }
    }
}
