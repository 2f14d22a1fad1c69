import Domain
import Testing

@testable import Simulator

@Suite("Scenario")
struct ScenarioTests {
    @Test(
        "every figure is the article's to the gram, at any scale and seed", arguments: [0.001, 0.02, 1],
        [7, 2022])
    func figures(scale: Double, seed: UInt64) {
        let scenario = Scenario(seed: seed, scale: scale)

        for (figure, id) in zip(scenario.figures, FigureID.allCases) {
            #expect(figure.grams.amount == id.articleGrams, "\(figure.id)")
            #expect(figure.netFen.amount > 0)
        }
        #expect(scenario.totals.grams.amount == 52_328_950_000)
        #expect(
            scenario.totals.netFen.amount == scenario.totals.paidFen.amount
                - scenario.totals.refundedFen.amount)
    }

    @Test("scale 1 has 100,000 orders or more, a small scale some hundreds")
    func counts() {
        #expect(Scenario(seed: 7, scale: 1).orderCount >= 100_000)
        #expect(Scenario(seed: 7, scale: 0.001).orderCount < 1500)
    }

    @Test("the same seed gives the same files and pages, another one other ones")
    func determinism() {
        let (first, second, other) = (
            Scenario(seed: 7, scale: 0.01), Scenario(seed: 7, scale: 0.01), Scenario(seed: 8, scale: 0.01)
        )

        #expect(first.files(port: 1) == second.files(port: 1))
        #expect(first.everything() == second.everything())
        #expect(first.everything() != other.everything())
    }

    @Test("48 first secretaries, 116 units, 186 events, 13 halls and 113 zones, 100 outlets all sell or buy")
    func parties() {
        let scenario = Scenario(seed: 7, scale: 0.001)
        let kept = scenario.orders.filter { $0.kind == .sale && $0.refunds.isEmpty }
        let roster = Dictionary(uniqueKeysWithValues: scenario.roster.tables.map { ($0.file, $0.rows) })
        let parties = roster["parties.csv"] ?? []

        #expect(parties.count { $0.contains(",first_secretary,") } == 48)
        #expect(parties.count { $0.contains(",unit,") } == 116)
        #expect(Set(kept.filter { $0.figure == .matching }.map(\.occasion)).count == 186)
        #expect(Set(kept.filter { $0.occasion == "hall" }.map(\.sellerID)).count == 13)
        #expect(Set(kept.filter { $0.occasion == "zone" }.map(\.sellerID)).count == 113)
        #expect(Set(kept.filter { $0.figure == .media }.map(\.sellerID)).count == 100)
        let units = kept.filter { $0.figure == .secretaries }.compactMap { $0.purchaser?.id }
        #expect(Set(units).count == 116)
        // Predecessor and successor share one host.
        let hosts = kept.filter { $0.figure == .secretaries }.flatMap { $0.lines.compactMap { $0.host?.id } }
        #expect(Set(hosts).count == 47)
    }

    @Test("predecessor and successor share a host account with open spans; only the tenure tells them apart")
    func handover() {
        let scenario = Scenario(seed: 7, scale: 0.001)
        let roster = Dictionary(uniqueKeysWithValues: scenario.roster.tables.map { ($0.file, $0.rows) })
        let hosts = (roster["identities.csv"] ?? []).filter { $0.contains(",host,") }
        let before = hosts.first { $0.hasPrefix("fs-0001,") }?.dropFirst(7)
        let after = hosts.first { $0.hasPrefix("fs-0002,") }?.dropFirst(7)

        #expect(before != nil)
        #expect(before == after)
        let tenures = (roster["tenures.csv"] ?? []).filter {
            $0.hasPrefix("fs-0001,") || $0.hasPrefix("fs-0002,")
        }
        #expect(
            tenures.map { $0.split(separator: ",", omittingEmptySubsequences: false).suffix(2) } == [
                ["2021-06-01", "2022-12-01"], ["2022-12-01", ""],
            ])
        #expect(Set(tenures.map { $0.split(separator: ",")[1] }).count == 1)
    }

    @Test("nothing is newer than the second round, and the second round has what the first has not")
    func rounds() {
        let scenario = Scenario(seed: 7, scale: 0.01)
        let instants = scenario.orders.flatMap { order in
            order.versions.map(\.updatedAt) + order.refunds.flatMap { [$0.appliedAt, $0.doneAt] }
        }
        let first = scenario.firstNow.seconds

        #expect(instants.allSatisfy { $0 < scenario.finalNow.seconds - 3600 })
        #expect(scenario.orders.allSatisfy { !$0.versions.isEmpty })
        #expect(
            scenario.orders.contains { order in
                order.createdAt < first && order.refunds.contains { $0.doneAt > first }
            })
        #expect(scenario.orders.contains { $0.createdAt > first })
        #expect(scenario.orders.contains { $0.echoedAt > first })
        // A refund that can be seen before its order.
        #expect(
            scenario.orders.contains { order in
                order.version(at: first) == nil && order.refunds.contains { $0.doneAt < first }
            })
    }

    @Test("versions rise in time, refunds never exceed what was paid, and sales fall into the season")
    func invariants() {
        for order in Scenario(seed: 99, scale: 0.02).orders {
            let times = order.versions.map(\.updatedAt)
            #expect(zip(times, times.dropFirst()).allSatisfy { $0 < $1 })
            #expect((Season.opens...Season.ends).contains(order.createdAt))
            #expect(order.lines.count <= 9)
            for (index, line) in order.lines.enumerated() {
                let refunded = order.refunds.filter { $0.line == index && $0.paysBack }.reduce(0) {
                    $0 + $1.amountFen
                }
                #expect(refunded <= line.paidFen)
                #expect(line.isGift || order.kind == .sentSample || line.paidFen > 0)
                #expect(line.quantityMilli % line.goods.stepMilli == 0)
            }
        }
    }

    @Test("the orders hold what reality has")
    func variety() {
        let scenario = Scenario(seed: 7, scale: 0.02)
        let orders = scenario.orders
        let lines = orders.flatMap(\.lines)

        #expect(
            orders.contains { Set($0.lines.compactMap { $0.host?.id }).count > 1 },
            "several hosts in one order")
        #expect(lines.contains { $0.isGift })
        #expect(orders.contains { $0.freightFen > 0 })
        #expect(
            lines.contains {
                $0.shopDiscountFen > 0 && $0.platformDiscountFen > 0 && $0.talentDiscountFen > 0
            })
        #expect(lines.contains { $0.goods.weightBy == .nowhere && $0.paidFen > 0 })
        for kind in [OrderSpec.Kind.unpaid, .sentSample, .boughtSample, .closed] {
            #expect(orders.contains { $0.kind == kind }, "\(kind)")
        }
        for weightBy in [Goods.WeightBy.catalogue, .spec, .title, .unit] {
            #expect(lines.contains { $0.goods.weightBy == weightBy }, "\(weightBy)")
        }
        for kind in [RefundSpec.Kind.returned, .moneyOnly, .beforeShipping, .exchange, .withdrawn] {
            #expect(orders.contains { $0.refunds.contains { $0.kind == kind } }, "\(kind)")
        }
    }

    @Test("sales of the media campaign are paid within its eight days")
    func mediaDays() {
        let days = Set(
            Scenario(seed: 3, scale: 0.1).orders.filter { $0.figure == .media && $0.paidAt > 0 }
                .map { Instant(seconds: $0.paidAt).day.description })

        #expect(days.sorted() == (5...12).map { "2022-12-\($0.padded(2))" })
    }

    @Test("2 to 8 % of orders are refunded, wholly or in part")
    func refundRate() {
        let scenario = Scenario(seed: 7, scale: 0.2)
        let refunded = scenario.orders.count { $0.refunds.contains(where: \.paysBack) }

        #expect((20...80).contains(refunded * 1000 / scenario.orderCount))
    }

    @Test("the files name every account once, and secrets stand in files of their own")
    func files() {
        let scenario = Scenario(seed: 7, scale: 0.001)
        let files = scenario.files(port: 4711)
        let configuration = files["daihuo.yaml"] ?? ""

        #expect(scenario.accounts.count { $0.endpoint == .douyin } >= 6)
        for account in scenario.accounts {
            #expect(configuration.contains("- id: \(account.id)\n"))
            #expect(!configuration.contains(account.appSecret))
            let secret = account.endpoint == nil ? nil : account.appSecret + "\n"
            #expect(files["secrets/\(account.id).secret"] == secret)
        }
        #expect(configuration.contains("http://127.0.0.1:4711\n"))
        #expect(
            files["roster/campaigns.csv"]?.contains(
                "media-2022,百家媒体聚力河南公益助农,2022-12-05,2022-12-13,media,,,\n") == true)
    }
}

extension Scenario {
    /// All that can be read at the end, as bytes.
    func everything() -> [UInt8] {
        var json = JSONBytes()
        for shelf in Shelf.all(of: self, at: finalNow) {
            for row in shelf.orders {
                let order = orders[row.order]
                DouyinOrderBytes(
                    order: order, version: row.version, account: accounts[order.account], writesTexts: false
                ).write(to: &json)
            }
        }
        return json.bytes
    }
}
