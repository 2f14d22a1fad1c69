import Attribution
import Books
import Domain
import Foundation
import JSON
import Platforms
import Reports
import SeededRandomness
import Store
import Testing

@testable import Service
@testable import Sync

/// Pages of every built-in platform with values that nobody can have meant, from the bytes to the journal.
@Suite("Pages with extreme values")
struct ExtremePagesTests {
    /// Put in every place.
    private static let ends = ["9223372036854775807", "-9223372036854775808"]
    /// Put in one place of sixteen, other ones every time.
    private static let values = [
        "0", "-1", "1", "12", "2147483648", "9007199254740993", "1667264400000", "10000000000000",
        "18446744073709551616", "1e400", "0.005", "-0.01",
        "9223372036854775.807", #""""#, #"" ""#, #""0""#, #""-9223372036854775808""#,
        #""99999999999999999999""#,
        #""\#(String(repeating: "❤️", count: 70))""#, #""9999-12-31 23:59:59""#, #""0001-01-01 00:00:00""#,
        #""922337203685477.58kg*9999999999""#, "null", "true", "[]", "{}", #"[{"id":-1}]"#,
    ]

    @Test(
        "do not end the process, and leave a store that agrees with itself", arguments: PagesOfPlatforms.all)
    func land(file: PagesOfPlatforms.File) async throws {
        var random = SeededRandom()
        print("extreme values of \(file.name): seed \(random.seed)")
        let folder = try TemporaryFolder()
        let store = try OrderStore(path: folder.path + "/daihuo.sqlite")
        let now = Instant(seconds: 1_672_329_600)
        let pipeline = Pipeline(store: store, roster: Self.roster, now: { now })
        let admission = try await pipeline.admit([
            SourceFacts(name: "a", platform: file.platform.name, shopID: "1", api: nil)
        ])
        let landing = LandingStage(
            store: store, roster: admission.roster, source: admission.sources["a"]?.number ?? 0,
            kind: file.platform.kind, feed: file.feed.name, keys: .init(file.platform, file.feed))
        let body = try file.bytes()
        let places = Scalars.ranges(in: body)
        var pages: [PreparedPage] = []
        var landed = 0
        for place in places where places.count < 500 || random.next(in: 0...2) == 0 || place == places.last {
            for value in Self.ends + Self.values.filter({ _ in random.next(in: 0...15) == 0 }) {
                let changed =
                    Array(body[..<place.lowerBound]) + Array(value.utf8) + Array(body[place.upperBound...])
                // Refused as a whole is fine, too.
                guard let page = try? file.page(changed) else { continue }
                pages.append(PreparedPage(page, file, admission.roster))
            }
            if pages.count > 200 || place == places.last {
                let counts = try await landing.land(pages).records
                landed += counts.records - counts.parked
                pages = []
            }
        }
        _ = try await pipeline.post { _ in }
        #expect(landed > 0 || places.count < 20, "seed \(random.seed)")
        let findings = try await pipeline.checkStore()
        #expect(findings.allSatisfy { $0.severity == .ok }, "seed \(random.seed): \(findings)")
        for leg in ReportLeg.allCases {
            let scope = ReportScope(
                from: BusinessDay(number: -25_000), to: BusinessDay(number: 2_900_000), leg: leg, by: .party)
            let report = try await pipeline.attributionReport(scope)
            #expect(report.proof.unexplainedFen == 0, "seed \(random.seed), \(leg)")
            #expect(!report.table(in: .chinese).isEmpty)
        }
    }

    @Test("come of every feed of every platform")
    func feeds() {
        for platform in PlatformList.platforms {
            for feed in platform.feeds {
                #expect(
                    PagesOfPlatforms.all.contains { $0.platform.name == platform.name && $0.feed == feed })
            }
        }
    }

    private static let roster = Roster(
        parties: [
            Party(
                id: "fs-1", name: "张三", kind: .firstSecretary, region: Region("410422001001"),
                organisation: "")
        ],
        tenures: [], identities: [], campaigns: [], sessions: [], catalogue: [])
}

extension PreparedPage {
    fileprivate init(_ page: Page, _ file: PagesOfPlatforms.File, _ roster: RosterInForce) {
        self.init(
            FetchedPage(
                page: page, feed: file.feed.name,
                window: ReadSpan(from: Instant(seconds: 0), to: Instant(seconds: 1)),
                cursor: "first", hash: "00", fetchedAt: Instant(seconds: 1_672_329_600)),
            platform: file.platform, roster: roster)
    }
}
