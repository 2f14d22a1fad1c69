import Foundation
import Platforms
import Testing

@Suite("Declared platforms: descriptions")
struct DeclaredDescriptionTests {
    @Test(
        "a wrong description names every problem with its line, and what to write",
        arguments: ["keys", "syntax", "empty", "twice", "money"])
    func malformed(name: String) throws {
        let yaml = try DeclaredFixture.text("malformed/\(name).yaml")

        let error = #expect(throws: DeclaredError.self) {
            try DeclaredPlatform(yaml: yaml, file: "platforms/\(name).yaml")
        }

        let text = "\(error?.description ?? "")\n"
        try Fixture(platform: "declared", path: "malformed/\(name).yaml").expect(text, named: "\(name).txt")
    }

    @Test("a description without any one of its lines is read or refused in words, never worse")
    func lines() throws {
        let lines = Platform832.description.split(separator: "\n", omittingEmptySubsequences: false)
        for index in lines.indices {
            let yaml = (lines[..<index] + lines[(index + 1)...]).joined(separator: "\n")
            do {
                _ = try DeclaredPlatform(yaml: yaml, file: "p.yaml")
            } catch {
                #expect(!error.problems.isEmpty, "line \(index + 1)")
                #expect(error.problems.allSatisfy { $0.line >= 1 && !$0.text.isEmpty }, "line \(index + 1)")
            }
        }
    }

    @Test("the whole example of the documentation is a description")
    func documentation() throws {
        let page = Fixture.root.appendingPathComponent("../docs/declared-platforms.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        let example = try #require(text.components(separatedBy: "```").first { $0.hasPrefix("yaml\nname:") })

        let platform = try DeclaredPlatform(yaml: String(example.dropFirst(5)), file: "docs.yaml")

        #expect(platform.name == "zz-events")
        #expect(platform.feeds.map(\.name) == ["orders", "refunds"])
    }
}
