import Attribution
import Domain
import Foundation
import Reports
import Store
import Testing

@testable import Service

/// A question that names what is not there is refused: an empty table would look as if nothing had been sold.
@Suite("Questions in the words of the contract")
struct QuestionTests {
    private let folder: TemporaryFolder
    private let pipeline: Pipeline

    init() throws {
        folder = try TemporaryFolder()
        let roster = Roster(
            parties: [
                Party(id: "fs-0001", name: "示例甲", kind: .firstSecretary, region: nil, organisation: ""),
                Party(id: "fs-0002", name: "示例乙", kind: .firstSecretary, region: nil, organisation: ""),
                Party(id: "fs-0003", name: "示例乙", kind: .firstSecretary, region: nil, organisation: ""),
            ],
            campaigns: [
                Campaign(
                    id: "c-1", name: "年货节", span: DaySpan(), channel: nil, category: "", region: nil,
                    partyID: "")
            ])
        pipeline = Pipeline(
            store: try OrderStore(path: folder.path + "/daihuo.sqlite"), roster: roster,
            now: { Instant(seconds: 1_669_000_000) })
    }

    private func scope(only: String...) async throws -> ReportScope {
        try await pipeline.scope(
            of: AttributionQuestion(from: "2022-11-01", to: "2022-11-30", only: only))
    }

    @Test(
        "a condition is answered by id, whether it gives the id or the name",
        arguments: [
            ("party=fs-0001", "fs-0001"), ("party=示例甲", "fs-0001"), ("campaign=年货节", "c-1"),
            ("channel=抖音", "douyin"), ("kind=first_secretary", "first_secretary"), ("category=", ""),
            ("party=", ""), ("county=411422", "411422"),
        ])
    func known(condition: String, id: String) async throws {
        #expect(try await scope(only: condition).only.map(\.value) == [id])
    }

    @Test(
        "what is not there is refused, with what may have been meant",
        arguments: [
            ("party=fs-001", "fs-0001"), ("party=nobody", "核对"), ("party=示例乙", "fs-0002 fs-0003"),
            ("campaign=年货", "年货节"), ("shop=4463798", "核对"), ("source=pds", "核对"), ("category=粉条", "核对"),
            ("session=live-1", "核对"), ("county=夏邑县", "行政区划"), ("day=2022-11", "2022-11-01"),
            ("channel=douyn", "douyin"), ("party", "key=value"), ("colour=red", "可用"), ("partyy=x", "party"),
        ])
    func unknown(condition: String, hint: String) async throws {
        do {
            _ = try await scope(only: condition)
            Issue.record("\(condition) was taken")
        } catch let error as ServiceError {
            #expect(error.exitCode == .usage)
            #expect(error.sentences.contains(hint), "\(error)")
        }
    }

    @Test(
        "days, legs, datings and conditions that are none are refused, in either language",
        arguments: [
            AttributionQuestion(from: "2022-11-31", to: "2022-12-01"),
            AttributionQuestion(from: "2022-12-02", to: "2022-12-01"),
            AttributionQuestion(from: "2022-12-01", to: "2022-12-01", by: "colour"),
            AttributionQuestion(from: "2022-12-01", to: "2022-12-01", by: "partyy"),
            AttributionQuestion(from: "2022-12-01", to: "2022-12-01", leg: "both"),
            AttributionQuestion(from: "2022-12-01", to: "2022-12-01", dated: "sold"),
            AttributionQuestion(from: "2022-12-01", to: "2022-12-01", leg: "any", dated: "booked"),
        ]
            + ["kind", "party=fs-001", "party=nobody", "county=nowhere", "day=never"].map {
                AttributionQuestion(from: "2022-12-01", to: "2022-12-01", only: [$0])
            })
    func words(question: AttributionQuestion) async throws {
        let error = await #expect(throws: ServiceError.self) { try await pipeline.scope(of: question) }
        let notices = try #require(error?.notices)
        #expect(notices.allSatisfy { !$0.text(in: .english).contains(/\p{Han}|[，。；：？“”（）]/) })
        #expect(notices.allSatisfy { $0.text(in: .chinese).contains(/\p{Han}/) })
    }
}
