import ChildProcesses
import Foundation
import Testing

/// A folder that clerks drop files into.
@Suite("The inbox", .timeLimit(.minutes(10)))
struct InboxTests {
    private static let export = FileAccountTests.export

    /// A bureau of two accounts of files, with an inbox.
    private static func bureau(
        _ accounts: String = "{id: a-files, platform: douyin, shop: 9001, file: true}"
    ) throws -> Bureau {
        let bureau = try FileAccountTests.bureau()
        let head = "store: daihuo.sqlite\nroster: roster\ninbox: inbox\naccounts:\n"
        let hall = "  - {id: hall-3, platform: hall, shop: 商丘3号馆, file: true}\n"
        try bureau.folder.write(head + "  - \(accounts)\n" + hall, to: "daihuo.yaml")
        return bureau
    }

    private static func drop(_ bureau: Bureau, _ name: String, _ text: String? = nil) throws {
        try bureau.folder.write(try text ?? Cases.text(export), to: "inbox/\(name)")
    }

    /// All files of the inbox but the notes, by their paths in it.
    private static func files(_ bureau: Bureau) throws -> [String] {
        let root = bureau.folder.url.appendingPathComponent("inbox").path
        return (FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []).filter {
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: "\(root)/\($0)", isDirectory: &isFolder)
            return !isFolder.boolValue && !$0.hasSuffix(".txt")
        }.sorted()
    }

    private static func note(_ bureau: Bureau, _ file: String) throws -> String {
        try String(
            contentsOf: bureau.folder.url.appendingPathComponent("inbox/\(file).txt"), encoding: .utf8)
    }

    @Test("what is imported goes to done, what is not to held, each with a note; what is not whole stays")
    func shelves() throws {
        let bureau = try Self.bureau()
        try Self.drop(bureau, "orders.csv")
        try Self.drop(bureau, "junk.csv", "a,b\n1,2\n")
        try Self.drop(bureau, "hall-3/orders.csv")
        try Self.drop(bureau, "misc/orders.csv")
        let partial = ["~$orders.xlsx", ".orders.csv", "orders.csv.tmp", "orders.csv.part"]
        for name in partial { try Self.drop(bureau, name) }

        let dry = try bureau.done("inbox", "--dry-run")
        #expect(dry.output.contains("会导入") && dry.output.contains("没有导入") && dry.output.contains("misc/"))
        #expect(try Self.files(bureau).filter { $0.contains("done") || $0.contains("held") }.isEmpty)

        let result = try bureau.run(["inbox"])
        #expect(result.status == 3 && result.complaints.contains("2 个文件没有导入"), "\(result.complaints)")
        #expect(
            try Self.files(bureau)
                == (["done/orders.csv", "held/hall-3/orders.csv", "held/junk.csv", "misc/orders.csv"]
                + partial)
                .sorted())
        #expect(try bureau.report().net == ["fs-01": 18_000])

        let done = try Self.note(bureau, "done/orders.csv")
        #expect(done.contains("文件：orders.csv\n结果：已导入账号 a-files\n") && done.contains("新订单"), "\(done)")
        let junk = try Self.note(bureau, "held/junk.csv")
        #expect(junk.contains("原因：") && junk.contains("认不出是哪种导出文件") && junk.contains("怎么办："), "\(junk)")
        #expect(try Self.note(bureau, "held/hall-3/orders.csv").contains("账号 hall-3 是 hall 的"))

        let again = try bureau.done("inbox", "--format", "json")
        let answer = try KilledRunTests.json(again.output)
        #expect((answer["files"] as? [Any])?.isEmpty == true)
        #expect(answer["strange_folders"] as? [String] == ["misc"])
        let warnings = try bureau.warnings()
        #expect(warnings.count == 2 && warnings[0].hasPrefix("misc/") && warnings[1].hasPrefix("2 个文件没有导入"))
    }

    @Test("an export of after-sales alone is imported as one of orders is; twice it says nothing new")
    func afterSales() throws {
        let bureau = try Self.bureau()
        let refunds = """
            售后单号,订单号,商品单号,退商品金额（元）,售后状态,售后申请时间,商家退款时间
            147000000000000001,6900000000001010010,6900000000001010011,5.00,同意退款，退款成功,2022-11-05 08:00:00,2022-11-06 08:00:00

            """
        for (number, new) in [1, 0].enumerated() {
            try Self.drop(bureau, "a-files/refunds.csv", refunds)
            let result = try bureau.done("inbox", "--format", "json")
            let files = try #require(try KilledRunTests.json(result.output)["files"] as? [[String: Any]])
            #expect(files.map { $0["refunds"] as? Int } == [new], "\(result.output)")
            let suffix = number == 0 ? "" : "-2"
            #expect(try Self.files(bureau).contains("done/a-files/refunds\(suffix).csv"))
        }
        // A row that cannot be read is no after-sale.
        try Self.drop(bureau, "a-files/refunds.csv", refunds.replacingOccurrences(of: "5.00", with: "?"))
        #expect(try bureau.run(["inbox"]).status == 3)
        #expect(try Self.files(bureau).contains("held/a-files/refunds.csv"))
    }

    @Test("nothing is overwritten, and what is dropped twice counts once")
    func twice() throws {
        let bureau = try Self.bureau()
        var shelved: [String] = []
        for number in 1...3 {
            try Self.drop(bureau, "orders.csv")
            let result = try bureau.done("inbox", "--format", "json")
            let files = try #require(try KilledRunTests.json(result.output)["files"] as? [[String: Any]])
            #expect(files.map { $0["new_orders"] as? Int } == [number == 1 ? 3 : 0])
            shelved += files.compactMap { $0["moved_to"] as? String }
        }
        #expect(shelved == ["done/orders.csv", "done/orders-2.csv", "done/orders-3.csv"])
        #expect(try Self.files(bureau) == shelved.sorted())
        #expect(try bureau.report().net == ["fs-01": 18_000])
    }

    @Test(
        "where two shops are of one platform, the folder that is called like an account says whose file it is"
    )
    func folders() throws {
        let bureau = try Self.bureau(
            "{id: a-files, platform: douyin, shop: 9001, file: true}\n"
                + "  - {id: b-files, platform: douyin, shop: 9002, file: true}")
        try Self.drop(bureau, "orders.csv")
        try Self.drop(bureau, "b-files/orders.csv")
        let result = try bureau.run(["inbox"])
        #expect(result.status == 3)
        #expect(try Self.files(bureau) == ["done/b-files/orders.csv", "held/orders.csv"])
        let note = try Self.note(bureau, "held/orders.csv")
        #expect(note.contains("a-files、b-files") && note.contains("子文件夹"), "\(note)")
        #expect(try bureau.report("--by", "shop").net == ["9002": 18_000])
    }

    @Test("a file that somebody is still writing stays where it is, and is imported once that has ended")
    func beingWritten() throws {
        let bureau = try Self.bureau()
        let text = try Cases.text(Self.export)
        try Self.drop(bureau, "orders.csv", String(text.prefix(text.count / 2)))
        let process = try bureau.start(["inbox", "--format", "json"], name: "inbox")
        let file = bureau.folder.url.appendingPathComponent("inbox/orders.csv")
        while process.isRunning {
            try Data(text.utf8).write(to: file)
            usleep(50_000)
        }
        #expect(process.terminationStatus == 0)
        #expect(try bureau.said("inbox").contains("\"waiting\""))
        #expect(try Self.files(bureau) == ["orders.csv"])
        try bureau.done("inbox")
        #expect(try Self.files(bureau) == ["done/orders.csv"])
    }

    @Test("two processes that look into it at once import each file once")
    func twoProcesses() throws {
        let bureau = try Self.bureau()
        for number in 0..<4 { try Self.drop(bureau, "orders-\(number)a.csv") }
        let processes = try (0..<2).map {
            try bureau.start(["inbox", "--format", "json"], name: "inbox-\($0)")
        }
        for process in processes { process.waitUntilExit() }
        #expect(processes.allSatisfy { $0.terminationStatus == 0 })
        #expect(try Self.files(bureau) == (0..<4).map { "done/orders-\($0)a.csv" })
        #expect(try bureau.report().net == ["fs-01": 18_000])
    }

    @Test("a process that is killed at any moment loses no file, and the next one counts nothing twice")
    func killed() throws {
        let bureau = try Self.bureau()
        for number in 0..<6 { try Self.drop(bureau, "file-\(number).csv") }
        for _ in 0..<4 {
            let process = try bureau.start(["inbox"], name: "inbox")
            usleep(UInt32.random(in: 2_900_000...3_600_000))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            let names = try Self.files(bureau).map { $0.split(separator: "/").last.map(String.init) ?? "" }
            #expect(names.count == 6, "\(names)")
        }
        try bureau.done("inbox")
        #expect(try Self.files(bureau).allSatisfy { $0.hasPrefix("done/") })
        #expect(try bureau.report().net == ["fs-01": 18_000])
    }

    @Test("without an inbox, or with one that holds the store, it says what to write")
    func unusable() throws {
        let empty = try Self.bureau()
        try empty.done("inbox", "--dry-run")
        try empty.done("check")
        let inbox = empty.folder.url.appendingPathComponent("inbox").path
        #expect(!FileManager.default.fileExists(atPath: inbox))
        try empty.done("inbox")
        #expect(FileManager.default.fileExists(atPath: inbox))
        let bureau = try FileAccountTests.bureau()
        let none = try bureau.run(["inbox"])
        #expect(none.status == 2 && none.complaints.contains("inbox: inbox"), "\(none.complaints)")
        for folder in [".", "roster", "./inbox/.."] {
            let own = try FileAccountTests.bureau()
            try own.edit("daihuo.yaml") { "inbox: \(folder)\n" + $0 }
            let taken = try own.run(["inbox"])
            #expect(taken.status == 2 && taken.complaints.contains("单独的文件夹"), "\(taken.complaints)")
        }
    }

    @Test(
        "serve imports what is dropped, books it, tells a line for each file, and nothing while there is none"
    )
    func served() throws {
        let bureau = try Self.bureau()
        let clock = bureau.folder.url.appendingPathComponent("clock")
        var hour = 0
        func advance() throws {
            hour += 1
            let time = String(format: "2022-11-%02dT%02d:00:00+08:00", 20 + hour / 24, hour % 24)
            try Data(time.utf8).write(to: clock, options: .atomic)
        }
        try advance()
        let log = bureau.folder.url.appendingPathComponent("serve.log")
        let process = try DaihuoProcess.start(
            ["--now", "file:\(clock.path)", "serve", "--port", "0"], in: bureau.folder.url,
            output: bureau.folder.url.appendingPathComponent("serve.out"), complaints: log)
        defer {
            process.terminate()
            process.waitUntilExit()
        }
        func lines() throws -> [String] {
            try String(contentsOf: log, encoding: .utf8).split(separator: "\n").map(String.init)
        }
        func wait(_ isSo: () throws -> Bool) throws {
            let deadline = Date(timeIntervalSinceNow: 120)
            while !(try isSo()) {
                let said = try lines()
                try #require(Date() < deadline, "\(said)")
                try advance()
                usleep(200_000)
            }
        }
        try wait { try lines().contains { $0.contains(" info started accounts=0") } }
        for _ in 0..<5 {
            try advance()
            usleep(200_000)
        }
        #expect(try lines().allSatisfy { !$0.contains("filed") && !$0.contains("inbox") })
        try Self.drop(bureau, "orders.csv")
        try Self.drop(bureau, "junk.csv", "a,b\n1,2\n")
        try wait { try lines().filter { $0.contains(" filed ") }.count == 2 }
        let filed = try lines().filter { $0.contains(" filed ") }
        #expect(
            filed.contains {
                $0.contains("info filed account=a-files") && $0.contains("new=3")
                    && $0.contains("moved_to=done/orders.csv")
            }, "\(filed)")
        #expect(
            filed.contains { $0.contains("warning filed") && $0.contains("code=import.unknown_format") },
            "\(filed)")
        try wait { try bureau.report().proof.pendingFen == 0 }
        #expect(try bureau.report().net == ["fs-01": 18_000])
        #expect(try Self.files(bureau) == ["done/orders.csv", "held/junk.csv"])
    }
}
