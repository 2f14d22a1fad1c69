import Domain
import Foundation
import Reports
import Testing

@testable import Service

@Suite("What check tells where something else is broken")
struct CheckListTests {
    @Test("a roster that cannot be read keeps no secret's state from being told")
    func brokenRoster() async throws {
        let folder = try TemporaryFolder()
        func write(_ name: String, _ text: String) throws {
            try Data(text.utf8).write(to: URL(filePath: "\(folder.path)/\(name)"))
        }
        try write("parties.csv", "party,name\n")
        try write(
            "daihuo.yaml",
            """
            store: s.sqlite
            roster: .
            accounts:
              - {id: a, platform: douyin, shop: "1", app_key: k, app_secret: "env:NOT_SET", access_token: "env:NOT_SET_EITHER", since: 2022-11-01}

            """)
        let config = "\(folder.path)/daihuo.yaml"
        let report = await CheckList(config: config, environment: [:], time: .wall).run()
        let said = report.findings.map { $0.what.text(in: .chinese) }
        #expect(said.contains { $0.contains("parties.csv") })
        #expect(said.contains { $0.contains("NOT_SET") } && said.contains { $0.contains("NOT_SET_EITHER") })
    }
}
