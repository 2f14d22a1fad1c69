import Foundation
import Testing

/// What `daihuo simulate` leaves for accounts without an API.
@Suite("Files beside simulated platforms")
struct SimulatedFilesTests {
    @Test("the inbox of the folder and a run come to the figures of the demo, in either order")
    func figures() throws {
        let platforms = try SimulatedPlatforms(scale: "0.003")
        let now = ["--now", SimulatedPlatforms.now]
        let inbox = platforms.config.appendingPathComponent("inbox")
        let shops = try FileManager.default.contentsOfDirectory(atPath: inbox.path).sorted()
        #expect(shops == ["ec4-douyin", "hall-3"])
        try platforms.configuration("other.yaml") {
            $0 = $0.replacingOccurrences(of: "daihuo.sqlite", with: "other.sqlite")
                .replacingOccurrences(of: "inbox: inbox", with: "inbox: other-inbox")
        }
        try FileManager.default.copyItem(
            at: inbox, to: platforms.config.appendingPathComponent("other-inbox"))

        for (config, verbs) in [
            ("daihuo.yaml", ["inbox", "run"]), ("other.yaml", ["run", "inbox", "post"]),
        ] {
            for verb in verbs {
                let result = try platforms.run([verb] + now, config: config)
                #expect(result.status == 0, "\(verb): \(result.complaints)")
            }
            for (question, grams) in [
                (["--only", "kind=member_ecommerce"], 4_410_000_000),
                (["--only", "kind=venue"], 300_000_000),
            ] {
                let result = try platforms.run(
                    [
                        "report", "attribution", "--from", "2022-11-01", "--to", "2022-12-31", "--format",
                        "json",
                    ] + question + now, config: config)
                let answer = try ReportAnswer(json: result.output)
                #expect(answer.totals.grams == grams, "\(question): \(result.output)")
                #expect(answer.proof.unexplainedFen == 0 && answer.proof.pendingFen == 0)
            }
        }
        #expect(try platforms.reports() == platforms.reports(config: "other.yaml"))
    }
}
