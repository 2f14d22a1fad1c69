import ChildProcesses
import Foundation
import SeededRandomness
import Testing

/// Many start at once where there is no store yet (K20).
@Suite("The first run of a new store", .serialized)
struct FirstRunTests {
    @Test(
        "two runs and several readers at once: the runs take turns, the readers answer or say that there is no store",
        arguments: 1...3)
    func together(round: Int) throws {
        let seed = UInt64.random(in: 1...UInt64.max)
        print("first run seed \(seed)")
        var random = SeededRandom(seed: seed)
        let bureau = try Bureau()
        try bureau.server.serve(
            try Cases.text("13-file-under-wrong-account/orders.json"), at: "order-searchList")
        let readers = [
            ["report", "attribution", "--from", "2022-11-01", "--to", "2022-11-30"],
            ["explain", "7013000000000010011"], ["check"],
        ]
        let verbs = ([["run"], ["run"]] + readers + readers + readers).shuffled(using: &random)
        let started = try verbs.enumerated().map { number, verb in
            usleep(UInt32.random(in: 0...40_000, using: &random))
            let name = "\(verb[0])-\(number)"
            return (name: name, process: try bureau.start(verb, name: name))
        }
        for (name, process) in started {
            process.waitUntilExit()
            try expectAnswer(process.terminationStatus, name, "\(try bureau.said(name)) (seed \(seed))")
        }
        let answer = try bureau.report()
        #expect(answer.net == ["fs-01": 18_000], "seed \(seed)")
        #expect(answer.totals.orders == 3 && answer.totals.paidFen == 18_000 && answer.totals.grams == 7_500)
        #expect(answer.proof.journalNetFen == 18_000 && answer.proof.pendingFen == 0, "seed \(seed)")
        #expect(try bureau.warnings().isEmpty)
    }

    @Test(
        "questions to a store that is not there say so with 4 and make none; check finds nothing wrong with it",
        arguments: SpokenLanguage.allCases)
    func noStore(language: SpokenLanguage) throws {
        let bureau = try Bureau()
        bureau.language = language
        for question in [
            ["report", "attribution", "--from", "2022-11-01", "--to", "2022-11-30"],
            ["explain", "7013000000000010011"], ["parked"],
        ] {
            let result = try bureau.run(question)
            #expect(result.status == 4 && result.output.isEmpty, "\(result.output)")
            for part in [language.text("还没有建立", "there is none yet"), "daihuo run"] {
                #expect(result.complaints.contains(part), "\(result.complaints)")
            }
        }
        #expect(try bureau.run(["check"], strict: true).status == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: bureau.folder.url.path)
        #expect(!names.contains { $0.hasPrefix("daihuo.sqlite") }, "\(names)")
    }

    /// A run is done; a reader has answered, or says that there is no store, or that the order has not been read yet.
    private func expectAnswer(_ status: Int32, _ name: String, _ said: String) throws {
        let isMissing = !name.hasPrefix("run") && status == 4 && said.contains("还没有建立")
        let isUnread = name.hasPrefix("explain") && status == 2 && said.contains("没有读到过")
        #expect(status == 0 || isMissing || isUnread, "\(name) ended with \(status): \(said)")
        #expect(!said.contains("already exists"), "\(name): \(said)")
    }
}
