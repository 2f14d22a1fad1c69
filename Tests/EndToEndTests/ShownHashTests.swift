import Foundation
import Testing

/// The hash of the newest batch can be noted outside the store, because it is shown.
@Suite("The hash of the journal")
struct ShownHashTests {
    @Test("post prints the newest batch's hash; reports show the same, in text and in JSON")
    func shown() throws {
        let bureau = try Bureau()
        try bureau.server.serve(
            try Cases.text("13-file-under-wrong-account/orders.json"), at: "order-searchList")
        try bureau.done("sync")
        #expect(try bureau.report().coverage.chainHash.isEmpty)

        let post = try DaihuoProcess.run(["--now", bureau.now, "post"], in: bureau.folder.url)
        let hash = try bureau.report().coverage.chainHash
        #expect(hash.wholeMatch(of: /[0-9a-f]{64}/) != nil, "\(hash)")
        #expect(post.status == 0 && post.output.contains("第 1 批，哈希 \(hash)"), "\(post.output)")
        let days = ["--from", "2022-11-01", "--to", "2022-11-30"]
        #expect(try bureau.run(["report", "attribution"] + days).output.contains(hash))
        #expect(try bureau.rows("SELECT hash FROM batch") == hash)

        // Nothing is booked again; the hash is told all the same.
        let again = try bureau.done("post", "--format", "json")
        let posting = try #require(try KilledRunTests.json(again.output)["posting"] as? [String: Any])
        #expect(posting["hash"] as? String == hash)
        #expect(posting["batch"] as? Int == 1 && posting["entries"] as? Int == 0)
    }
}
