import Foundation
import Testing

/// A description that would lose money is refused before anything is read (K8).
@Suite("A description that cannot be right")
struct UnusableDescriptionTests {
    @Test(
        "refunds that do not say which line they are of, where orders have many, are refused with their line",
        arguments: ["check", "run", "sync"])
    func refundWithoutLine(verb: String) throws {
        let bureau = try Bureau([Bureau.zone])
        var refundLine = 0
        try bureau.describe { text in
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            refundLine = 1 + (lines.firstIndex { $0.contains("refund: {") } ?? 0)
            return text.replacingOccurrences(of: " line: line,", with: "")
        }
        let result = try bureau.run([verb])
        let said = result.output + result.complaints
        #expect(result.status == 2, "\(said)")
        #expect(said.contains("t-decl.yaml:\(refundLine)") && said.contains("refund.line"), "\(said)")
        #expect(!FileManager.default.fileExists(atPath: bureau.folder.url.path + "/daihuo.sqlite"))
    }
}
