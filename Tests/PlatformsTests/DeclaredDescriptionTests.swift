import Domain
import Foundation
import Platforms
import Reports
import Testing

@Suite("Declared platforms: descriptions")
struct DeclaredDescriptionTests {
    @Test(
        "a wrong description names every problem with its line, and what to write",
        arguments: ["keys", "syntax", "empty", "twice", "money", "refunds", "lookup"])
    func malformed(name: String) throws {
        let yaml = try DeclaredFixture.text("malformed/\(name).yaml")

        let error = #expect(throws: DeclaredError.self) {
            try DeclaredPlatform(yaml: yaml, file: "platforms/\(name).yaml")
        }

        let text = "\(error?.sentences ?? "")\n"
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
                #expect(
                    error.problems.allSatisfy { $0.line >= 1 && !$0.what.text(in: .chinese).isEmpty },
                    "line \(index + 1)")
            }
        }
    }

    @Test(
        "a feed of refunds must name the line where another feed has lines with numbers",
        arguments: [
            (orderLines: "path: items, id: n, title: t, quantity: q, paid: m", line: "", isRefused: true),
            ("path: items, id: n, title: t, quantity: q, paid: m", "line: n,", false),
            ("title: t, quantity: q, paid: m", "", false),
        ])
    func linesOfRefunds(orderLines: String, line: String, isRefused: Bool) throws {
        let orders = "order: {id: i, paid_at: p, updated_at: u, money: fen, lines: {\(orderLines)}}"
        let refunds = "refund: {id: r, order: i, \(line) money: fen, amount: a, updated_at: u}"
        for feeds in [[orders, refunds], [refunds, orders]] {
            let texts = feeds.enumerated().map { place, record in
                """
                  - name: f\(place)
                    time: beijing
                    request: {path: /r}
                    paging: {kind: none}
                    answer: {records: rows}
                    \(record)
                """
            }
            let yaml = "name: p\ntitle: 测试\nchannel: other\nfeeds:\n" + texts.joined(separator: "\n")
            let refundLine = yaml.split(separator: "\n").firstIndex { $0.contains("refund:") }.map { $0 + 1 }

            var problems: [DeclaredError.Problem] = []
            do {
                _ = try DeclaredPlatform(yaml: yaml, file: "p.yaml")
            } catch {
                problems = error.problems
            }

            #expect(problems.map(\.line) == (isRefused ? [refundLine] : []), "\(problems)")
            #expect(problems.allSatisfy { $0.what.text(in: .chinese).contains("refund.line") }, "\(problems)")
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
