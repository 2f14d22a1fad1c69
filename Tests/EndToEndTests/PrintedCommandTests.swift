import ChildProcesses
import Foundation
import Testing

/// What daihuo tells people to run works as it is printed: pasted into a shell, by the same configuration.
@Suite("Printed commands")
struct PrintedCommandTests {
    private static let config = "我的 配置/daihuo.yaml"
    private static let november = ["report", "attribution", "--from", "2022-11-01", "--to", "2022-11-29"]

    /// A folder above that of the bureau's configuration.
    private func folder(of bureau: Bureau) throws -> TestFolder {
        let folder = try TestFolder()
        try FileManager.default.createSymbolicLink(
            at: folder.url.appendingPathComponent("我的 配置"), withDestinationURL: bureau.folder.url)
        return folder
    }

    private func run(
        _ arguments: [String], _ bureau: Bureau, _ folder: TestFolder
    ) throws -> DaihuoProcess.Result {
        try DaihuoProcess.run(
            ["--config", Self.config, "--now", bureau.now, "--lang", bureau.language.rawValue] + arguments,
            in: folder.url)
    }

    /// The commands that stand in a text, as far as they can be run without filling in anything.
    private static func commands(in text: String) -> [String] {
        text.matches(
            of:
                /daihuo (?:--config '[^']*' )?[a-z]+(?: [^ '-][^ ，。；（）;.()]*\/[^ ，。；（）;()]*)?(?: --[a-z-]+(?: [A-Za-z0-9][\w.=:-]*)?)*/
        )
        .map { String($0.output) }
    }

    /// Pastes a command into a shell.
    private func paste(_ command: String, in folder: URL) throws -> (status: Int32, said: String) {
        let (shell, said) = (ChildProcess(), Pipe())
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = ["-c", "daihuo() { \"$BINARY\" \"$@\"; }\n\(command)"]
        shell.environment = ProcessInfo.processInfo.environment.merging(
            ["BINARY": DaihuoProcess.binary.path]
        ) { $1 }
        shell.currentDirectoryURL = folder
        (shell.standardOutput, shell.standardError) = (said, said)
        try shell.run()
        var text = ""
        while true {
            let bytes = said.next()
            if bytes.isEmpty { break }
            text += String(decoding: bytes, as: UTF8.self)
        }
        shell.waitUntilExit()
        return (shell.terminationStatus, text)
    }

    private static func order(_ number: String, _ updatedAt: String, fen: Int = 2_000) -> [String: Any] {
        [
            "no": number, "shop": "Z1", "status": "PAID", "paid_at": updatedAt, "updated_at": updatedAt,
            "paid": fen, "items": [["line": "\(number)-1", "title": "Rice 5kg", "num": 1, "price": fen]],
        ]
    }

    @Test(
        "each that a verb prints names the configuration and can be run", arguments: SpokenLanguage.allCases)
    func all(language: SpokenLanguage) throws {
        let other = Bureau.Account(id: "y-zone", platform: "t-decl", shop: "Y1")
        let bureau = try Bureau([Bureau.zone, other])
        bureau.language = language
        let folder = try folder(of: bureau)
        let missing = try run(Self.november, bureau, folder)
        #expect(missing.status == 4 && Self.commands(in: missing.complaints).count == 2)

        // One order is sound, one is parked, and the feeds of one account fail.
        try bureau.server.serve(
            [Self.order("A", "2022-11-02 10:00:00"), Self.order("B", "2022-11-03 10:00:00", fen: -5)],
            at: "orders")
        var said = [missing.complaints, try run(["sync", "--account", "z-zone"], bureau, folder).output]
        try bureau.employ("fs-02")
        for verb in [Self.november, ["check"], ["parked"], ["gaps"], ["explain", "A"], ["run"], ["gaps"]] {
            let result = try run(verb, bureau, folder)
            said.append(result.output + result.complaints)
            if verb == ["run"] {
                try bureau.server.serve("{", at: "orders")
                bureau.now = "2022-11-30T12:00:00+08:00"
                said.append(try run(["run", "--patience", "1s"], bureau, folder).output)
                try bureau.server.serve([Self.order("A", "2022-11-02 10:00:00")], at: "orders")
            }
        }
        let printed = Set(said.flatMap(Self.commands))
        #expect(printed.allSatisfy { $0.hasPrefix("daihuo --config '\(Self.config)' ") }, "\(printed)")
        for verb in ["run", "attribute", "post", "parked", "gaps"] {
            #expect(printed.contains { $0.hasPrefix("daihuo --config '\(Self.config)' \(verb)") }, "\(verb)")
        }
        #expect(
            printed.contains { $0.contains(" sync --account y-zone --from 2022-11-01 --to ") }, "\(printed)")
        for command in printed.sorted() where !command.hasSuffix("' import") {
            let (status, said) = try paste(command, in: folder.url)
            // 2 is what cannot be understood.
            let isBare = [" dismiss", " explain"].contains { command.hasSuffix($0) }
            #expect((status == 2) == isBare, "\(command): \(said)")
        }
    }

    @Test("without an option none names a configuration")
    func usual() throws {
        let bureau = try Bureau([Bureau.zone])
        let missing = try bureau.run(Self.november)
        #expect(missing.complaints.contains("请先运行 daihuo run 或 daihuo import"), "\(missing.complaints)")
        let same = try bureau.run(["--config", "daihuo.yaml"] + Self.november)
        #expect(same.complaints == missing.complaints)
        let other = try bureau.run(Self.november + ["--config=./daihuo.yaml"])
        #expect(other.complaints.contains("请先运行 daihuo --config ./daihuo.yaml run"), "\(other.complaints)")
    }

    @Test("what init says to run next can be pasted, whatever the folder is called")
    func initial() throws {
        let folder = try TestFolder()
        let said = try DaihuoProcess.run(["init", "it's 省局"], in: folder.url).output
        let last = try #require(said.components(separatedBy: "再运行 ").last)
        let command = last.trimmingCharacters(in: .newlines)
        #expect(command == #"daihuo --config 'it'\''s 省局/daihuo.yaml' check"#)
        #expect(try paste(command, in: folder.url).status == 0)
    }

    @Test(
        "a file counts as complete for its days, which is told; and where it is not all, the command takes it back"
    )
    func incompleteFile() throws {
        var account = Bureau.douyin
        account.since = "2022-08-01"
        let bureau = try Bureau([account])
        try bureau.done("sync")
        let file = [("11-02", "08-20"), ("11-03", "08-21"), ("11-04", "11-28")].reduce(
            try Cases.text("13-file-under-wrong-account/orders.csv")
        ) { $0.replacingOccurrences(of: "2022-\($1.0)", with: "2022-\($1.1)") }
        try bureau.folder.write(file, to: "old.csv")
        func imported() throws -> Int? {
            let gaps = try bureau.done("gaps", "--format", "json").output
            let accounts = try #require(try KilledRunTests.json(gaps)["accounts"] as? [[String: Any]])
            let feeds = try #require(accounts.first?["feeds"] as? [[String: Any]])
            return (feeds.first?["counts"] as? [String: Int])?["imported"]
        }
        let options = ["--now", bureau.now]
        let told = try DaihuoProcess.run(options + ["import", "./old.csv"], in: bureau.folder.url).output
        #expect(told.contains("文件按完整计：2022-08-20 至 2022-11-28，101 天"), "\(told)")
        #expect(told.contains("98 天一个订单也没有（2022-08-22 至 2022-11-27）") && !told.contains("用时"), "\(told)")
        let before = try #require(try imported())
        #expect(before > 10)

        let command = try #require(Self.commands(in: told).first { $0.contains(" import ") })
        #expect(command == "daihuo import ./old.csv --account a-douyin --not-complete")
        let (status, said) = try paste(command, in: bureau.folder.url)
        #expect(status == 0 && said.contains("不按完整计"), "\(said)")
        #expect(try imported() == 0)
        #expect(try bureau.report("--from", "2022-08-01", "--to", "2022-11-30").totals.orders == 3)
        try bureau.done("import", "old.csv")
        #expect(try imported() == before)
    }
}
