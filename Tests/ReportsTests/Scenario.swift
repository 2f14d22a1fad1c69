import Domain
import Reports
import SeededRandomness

/// Parties, campaigns and cells that the tests share.
enum Scenario {
    static let from = day(1)
    static let to = day(30)

    static let parties: [Party] = [
        party("fs-0001", "张三", .firstSecretary, "410422001001"),
        party("fs-0002", "李四（鲁山）", .firstSecretary, "410423005008"),
        party("zone-07", "=商丘专区", .venue, "411422"),
        party("uni-1", "河南师范大学", .university, nil),
    ]

    static let campaigns: [Campaign] = [
        campaign("pds-live", "第一书记帮带货", region: "410400"),
        campaign("media-2022", "百家媒体聚力河南公益助农", from: 3, to: 11, category: "蔬菜"),
        // The same drive has a second condition: halls, whatever the goods.
        campaign("media-2022", "百家媒体聚力河南公益助农", from: 3, to: 11, channel: .hall),
        campaign("zone", "专区", party: "zone-07"),
    ]

    static let directory = PartyDirectory(campaigns: campaigns) { id in parties.first { $0.id == id } }

    static func day(_ number: Int) -> BusinessDay {
        BusinessDay(number: 19_297 + number - 1)
    }

    static func cell(
        _ party: String?, day number: Int = 2, sold: Int? = nil, channel: Channel = .douyin,
        county: String? = "410422",
        category: String = "粮油", buyerCounty: String? = nil, shop: String = "4463798", orders: Int64 = 1,
        lines: Int64 = 1, paid: Int64 = 1000, refunded: Int64 = 0, grams: Int64? = 500, order: Int64? = nil,
        reason: UnassignedReason? = nil
    ) -> CreditCell {
        CreditCell(
            day: day(number), saleDay: day(sold ?? number), partyID: party, reason: reason, channel: channel,
            shopID: shop,
            source: "pds-douyin",
            county: county.flatMap { Region($0) }, category: category,
            buyerCounty: buyerCounty.flatMap { Region($0) },
            sums: CreditSums(
                orders: order == nil ? orders : 0, lines: lines, grossFen: paid + 100, paidFen: paid,
                refundedFen: refunded, grams: grams ?? 0, weighedPaidFen: grams == nil ? 0 : paid),
            sharedOrder: order)
    }

    static func report(_ scope: ReportScope, _ cells: [CreditCell]) -> AttributionReport {
        var builder = AttributionReportBuilder(scope: scope, directory: directory)
        for cell in cells {
            builder.add(cell)
        }
        return builder.finish(notSales: NotSales(), proof: Proof(), coverage: nothingPosted)
    }

    /// Accounts that were read up to another instant each: wholly, with a failure, with days left out, never.
    static func readings(_ ids: [String]) -> [AccountReading] {
        let first = Instant(iso: "2022-11-01T00:00:00+08:00") ?? Instant(milliseconds: 0)
        func hours(_ hours: Int64) -> Instant { first.advanced(byMilliseconds: hours * 3_600_000) }
        let memories: [String: FeedMemory] = [
            "whole": FeedMemory(spans: [ReadSpan(from: first, to: hours(1440))]),
            "failed": FeedMemory(
                spans: [ReadSpan(from: first, to: hours(1420))],
                unread: [
                    UnreadWindow(
                        feed: "orders", span: ReadSpan(from: hours(1420), to: hours(1440)), cause: .failed,
                        reason: Notice("sync.timed_out"))
                ]),
            "holes": FeedMemory(spans: [
                ReadSpan(from: first, to: hours(100)), ReadSpan(from: hours(150), to: hours(1430)),
            ]),
            "never": FeedMemory(),
        ]
        return ids.map { id in
            let map = FeedMap(of: memories[id] ?? FeedMemory(), from: first, to: hours(1440), reach: nil)
            return AccountReading(
                id: id, platform: "douyin", since: BusinessDay(number: 19_297),
                feeds: [.init(name: "orders", map: map, proofs: [], instead: Notice("platform.gone"))])
        }
    }

    /// Accounts that were asked for from mid-November on, or are in the configuration no more.
    static var asides: ReadingCoverage {
        let first = BusinessDay(number: 19_297)
        var readings = readings(["whole", "whole"])
        readings[0] = AccountReading(
            id: "later", platform: "douyin", since: first.advanced(by: 14), feeds: readings[0].feeds)
        readings[1] = AccountReading(id: "gone", platform: "douyin", since: first, feeds: readings[1].feeds)
        readings[1].isConfigured = false
        return ReadingCoverage(readings, days: first...first.advanced(by: 60), tellsSince: true)
    }

    static func reading(_ ids: [String]) -> ReadingCoverage {
        let days = BusinessDay("2022-11-01").flatMap { first in
            BusinessDay("2022-12-31").map { first...$0 }
        }
        return ReadingCoverage(readings(ids), days: days ?? BusinessDay(number: 0)...BusinessDay(number: 0))
    }

    static let nothingPosted = Coverage(chainHash: "", rosterIsNewer: false)

    static func scope(_ by: ReportKey, only: [(ReportKey, String)] = []) -> ReportScope {
        ReportScope(from: from, to: to, by: by, only: only.map { ReportScope.Filter(key: $0.0, value: $0.1) })
    }

    static func randomCells(_ count: Int, using seed: inout SeededRandom) -> [CreditCell] {
        let ids: [String?] = parties.map(\.id) + [nil, "unknown-party"]
        return (0..<count).map { _ in
            let isShared = Int.random(in: 0..<3, using: &seed) == 0
            let channel = [Channel.douyin, .hall, .p832].randomElement(using: &seed) ?? .other
            let shop = Int64.random(in: 1...2, using: &seed)
            // An order is one shop's.
            let order = (Int64.random(in: 0..<40, using: &seed) * 100 + Int64(channel.rawValue)) * 10 + shop
            let party = ids.randomElement(using: &seed) ?? nil
            return cell(
                party, day: .random(in: 1...12, using: &seed), sold: .random(in: 1...12, using: &seed),
                channel: channel,
                county: [nil, "410422", "410423", "411422001002"].randomElement(using: &seed) ?? nil,
                category: ["", "蔬菜", "粮油"].randomElement(using: &seed) ?? "",
                buyerCounty: [nil, "410105"].randomElement(using: &seed) ?? nil,
                shop: String(shop),
                orders: .random(in: 0...5, using: &seed), lines: .random(in: 1...9, using: &seed),
                paid: .random(in: 0...99_999, using: &seed), refunded: .random(in: 0...99_999, using: &seed),
                grams: [nil, 5000, 1250].randomElement(using: &seed) ?? nil,
                order: isShared ? order : nil,
                reason: party == nil ? UnassignedReason.allCases.randomElement(using: &seed) : nil)
        }
    }

    private static func party(_ id: String, _ name: String, _ kind: PartyKind, _ region: String?) -> Party {
        Party(id: id, name: name, kind: kind, region: region.flatMap { Region($0) }, organisation: "")
    }

    private static func campaign(
        _ id: String, _ name: String, from: Int? = nil, to: Int? = nil, channel: Channel? = nil,
        category: String = "",
        region: String? = nil, party: String = ""
    ) -> Campaign {
        Campaign(
            id: id, name: name, span: DaySpan(from: from.map { day($0) }, to: to.map { day($0) }),
            channel: channel,
            category: category, region: region.flatMap { Region($0) }, partyID: party)
    }
}
