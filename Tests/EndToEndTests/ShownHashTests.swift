import Foundation
import Testing

/// The hash of the newest batch can be noted outside the store, because it is shown.
@Suite("The hash of the journal")
struct ShownHashTests {
    @Test(
        "post prints the newest batch's hash; reports show the same, in text and in JSON",
        arguments: SpokenLanguage.allCases)
    func shown(language: SpokenLanguage) throws {
        let bureau = try Bureau()
        bureau.language = language
        try bureau.server.serve(
            try Cases.text("13-file-under-wrong-account/orders.json"), at: "order-searchList")
        try bureau.done("sync")
        #expect(try bureau.report().coverage.chainHash.isEmpty)

        let post = try DaihuoProcess.run(
            ["--now", bureau.now, "--lang", language.rawValue, "post"], in: bureau.folder.url)
        let hash = try bureau.report().coverage.chainHash
        let part = language.text("第 1 批，哈希 \(hash)", "batch 1, hash \(hash)")
        #expect(hash.wholeMatch(of: /[0-9a-f]{64}/) != nil, "\(hash)")
        #expect(post.status == 0 && post.output.contains(part), "\(post.output)")
        let days = ["--from", "2022-11-01", "--to", "2022-11-30"]
        #expect(try bureau.run(["report", "attribution"] + days).output.contains(hash))
        #expect(try bureau.rows("SELECT hash FROM batch") == hash)

        // Nothing is booked again; the hash is told all the same.
        let again = try bureau.done("post", "--format", "json")
        let posting = try #require(try KilledRunTests.json(again.output)["posting"] as? [String: Any])
        #expect(posting["hash"] as? String == hash)
        #expect(posting["batch"] as? Int == 1 && posting["entries"] as? Int == 0)
    }

    @Test("a verb that is told to be quiet prints nothing as text, and its result as JSON")
    func quiet() throws {
        let bureau = try Bureau()
        try bureau.server.serve(
            try Cases.text("13-file-under-wrong-account/orders.json"), at: "order-searchList")
        let file = Cases.path("08-malformed-rows-counted/broken.csv")
        for verb in [["sync"], ["import", file], ["attribute"], ["post"], ["run"]] {
            let text = try bureau.run(verb)
            #expect(text.status == 0 && (text.output + text.complaints).isEmpty, "\(text.output)")
            let json = try bureau.run(verb + ["--format", "json"])
            let result = try KilledRunTests.json(json.output)
            #expect(json.status == 0 && json.complaints.isEmpty, "\(json.complaints)")
            #expect(result["report"] as? String == verb[0])
            let posting = result["posting"] as? [String: Any]
            #expect((posting?["batch"] as? Int == 1) == ["post", "run"].contains(verb[0]), "\(verb)")
            #expect((posting?["hash"] as? String)?.count == (posting == nil ? nil : 64))
        }
    }
}
