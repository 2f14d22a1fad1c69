import Foundation
import Testing

/// What the command line says of itself is read by people and copied into schedules: it changes on purpose only.
@Suite("The help of the command line")
struct HelpTests {
    private static let verbs = [
        "", "init", "check", "sync", "import", "attribute", "post", "run", "parked", "parked dismiss",
        "explain", "report",
        "report attribution", "simulate", "demo",
    ]

    @Test("each verb's help is that of its golden file (RECORD=1 writes it anew)", arguments: verbs)
    func help(verb: String) throws {
        let folder = try TestFolder()
        let words = verb.split(separator: " ").map(String.init)
        let result = try DaihuoProcess.run(
            words + ["--help"], in: folder.url, environment: ["COLUMNS": "100"])
        #expect(result.status == 0 && result.complaints.isEmpty, "\(result.complaints)")

        let name = (["daihuo"] + words).joined(separator: "-")
        let file = DaihuoProcess.root.appendingPathComponent("fixtures/help/\(name).txt")
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try Data(result.output.utf8).write(to: file)
            return
        }
        #expect(result.output == (try String(contentsOf: file, encoding: .utf8)), "\(name)")
    }
}
