import Foundation
import Testing

/// What a schedule's log holds, from the real binary: standard error is no terminal here.
@Suite("The log of a verb")
struct LogTests {
    private static func sync(_ options: String...) throws -> DaihuoProcess.Result {
        let bureau = try Bureau()
        try bureau.server.serve(
            try Cases.text("13-file-under-wrong-account/orders.json"), at: "order-searchList")
        return try DaihuoProcess.run(["--now", bureau.now] + options + ["sync"], in: bureau.folder.url)
    }

    @Test("each line has the clock's time, a level, a word and key=value")
    func text() throws {
        let result = try Self.sync()
        let lines = result.complaints.split(separator: "\n")
        #expect(result.status == 0 && lines.count >= 2)
        for line in lines {
            #expect(
                line.wholeMatch(
                    of:
                        /2022-11-30T08:00:00\.000\+08:00 (info|notice|warning) [a-z]+( [a-z_]+=("[^"]*"|[^ "]+))*/
                )
                    != nil, "\(line)")
        }
        #expect(
            lines.contains {
                $0.contains(" info sync account=a-douyin feed=orders from=2022-11-01T00:00:00+08:00 ")
            })
    }

    @Test("with --log json each line is an object")
    func json() throws {
        let lines = try Self.sync("--log", "json").complaints.split(separator: "\n")
        let objects = try lines.map { try KilledRunTests.json(String($0)) }
        #expect(objects.count >= 2)
        #expect(objects.allSatisfy { $0["time"] as? String == "2022-11-30T08:00:00.000+08:00" })
        #expect(objects.contains { $0["message"] as? String == "sync" && $0["feed"] as? String == "refunds" })
    }

    @Test("what is less grave than asked for is not written, and what was done is printed all the same")
    func level() throws {
        let result = try Self.sync("--log-level", "error")
        #expect(result.complaints.isEmpty && result.output.contains("a-douyin"), "\(result.complaints)")
    }
}
