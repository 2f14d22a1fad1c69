import Domain
import Foundation
import Reports
import Store
import Sync
import Testing

@testable import Service

/// What docs/operations.md hands to an administrator is what systemd and Prometheus take.
@Suite("The files of docs/operations")
struct OperationsTests {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// The units in a folder, with a program in daihuo's place that is there.
    private func units() throws -> [String] {
        let units = ["daihuo.service", "daihuo-backup.service", "daihuo-backup.timer"]
        for unit in units {
            let text = try String(
                contentsOf: Self.root.appending(path: "docs/operations/\(unit)"), encoding: .utf8)
            #expect(
                unit.hasSuffix("timer") || text.contains("=/usr/local/bin/daihuo ")
                    || text.contains(" /usr/local/bin/daihuo "))
            try text.replacing("/usr/local/bin/daihuo", with: "/bin/true")
                .write(to: folder.url.appending(path: unit), atomically: true, encoding: .utf8)
        }
        return units
    }

    @Test("systemd takes the units as they are")
    func verify() async throws {
        let units = try units()
        let (status, text) = try await ExternalTool.run(
            "systemd-analyze", ["verify", "--recursive-errors=yes"] + units.map { "./\($0)" }, in: folder.url)
        #expect(status == 0 && text.isEmpty, "\(text)")
    }

    @Test("systemd does not take a unit with a mistake, so that the test above can fail")
    func verifyFails() async throws {
        _ = try units()
        let file = folder.url.appending(path: "daihuo.service")
        let text = try String(contentsOf: file, encoding: .utf8)
        try text.replacing("ProtectSystem=", with: "ProtectSystm=")
            .write(to: file, atomically: true, encoding: .utf8)
        let (status, _) = try await ExternalTool.run(
            "systemd-analyze", ["verify", "--recursive-errors=yes", "./daihuo.service"], in: folder.url)
        #expect(status != 0)
    }

    @Test(
        "the services are shut off from what they do not need: their exposure is small",
        arguments: [("daihuo.service", "15"), ("daihuo-backup.service", "10")])
    func security(unit: String, threshold: String) async throws {
        _ = try units()
        let (status, text) = try await ExternalTool.run(
            "systemd-analyze",
            ["security", "--no-pager", "--offline=yes", "--threshold=\(threshold)", "./\(unit)"],
            in: folder.url)
        #expect(status == 0, "\(text)")
    }

    @Test("Prometheus takes the rules, and each metric that they name is there")
    func rules() async throws {
        let path = Self.root.appending(path: "docs/operations/daihuo.rules.yml")
        let (status, text) = try await ExternalTool.run(
            "promtool", ["check", "rules", path.path(percentEncoded: false)], in: folder.url)
        #expect(status == 0, "\(text)")
        let named = try String(contentsOf: path, encoding: .utf8).matches(of: /daihuo_[a-z_]+/).map {
            String($0.output)
        }
        let shown = try await families().flatMap { [$0.name, $0.name + "_count"] }
        #expect(!named.isEmpty && Set(named).subtracting(shown) == [])
    }

    @Test("Prometheus takes what /metrics shows, and misses nothing in it")
    func metrics() async throws {
        let (status, text) = try await ExternalTool.run(
            "promtool", ["check", "metrics"], in: folder.url, input: MetricsText.of(try await families()))
        #expect(status == 0 && text.isEmpty, "\(text)")
    }

    @Test("docs/operations.md names each metric and each file of its folder")
    func documented() async throws {
        let page = try String(contentsOf: Self.root.appending(path: "docs/operations.md"), encoding: .utf8)
        #expect(try await families().map(\.name).filter { !page.contains("`\($0)`") } == [])
        let files = try FileManager.default.contentsOfDirectory(
            atPath: Self.root.appending(path: "docs/operations").path(percentEncoded: false))
        #expect(files.filter { !page.contains("operations/\($0)") } == [])
    }

    /// What a process shows that has counted one of everything, over a store in which nothing is yet.
    private func families() async throws -> [MetricFamily] {
        let workplace = try Workplace.written(in: folder)
        let metrics = Metrics()
        metrics.take(.request(platform: "douyin", outcome: .answered, took: .milliseconds(40)))
        metrics.take(.retrying(account: "a", advice: Notice("sync.timed_out"), delay: .seconds(1)))
        var counts = LandingCounts()
        counts.inserted = 1
        metrics.take(.landed(account: "a", counts: counts))
        metrics.take(.posted(entries: 12, batch: 1))
        metrics.noteTurn(of: "a", hasFailed: false, took: .seconds(3))
        return metrics.families
            + (try await workplace.gauges(try OrderStore(path: workplace.settings.storePath)))
            + [MetricsPage.storeUp(true), MetricsPage.configurationBroken(false)]
    }
}
