import Domain
import Foundation
import Testing

@testable import Simulator

/// What somebody at a shop without an API saves by hand.
@Suite("Files of shops without an API")
struct ShopFileTests {
    private static let scenario = Scenario(seed: 7, scale: 0.02)

    private static func bytes(_ file: ShopFile) -> [UInt8] {
        if case .bytes(let bytes) = file.content { bytes } else { [] }
    }

    private static func rows(_ file: ShopFile) -> [[String]] {
        let text = String(decoding: bytes(file).dropFirst(3), as: UTF8.self)
        return text.components(separatedBy: "\r\n").dropLast().map { $0.components(separatedBy: ",") }
    }

    @Test(
        "exports of 抖店 have the columns of the real ones",
        arguments: [("orders", "variant-a"), ("refunds", "after-sales")])
    func columns(name: String, fixture: String) throws {
        let file = try #require(
            Self.scenario.shopFiles(at: Self.scenario.finalNow).first { $0.name.hasPrefix(name) })
        let path = #filePath.components(separatedBy: "/Tests/")[0] + "/fixtures/douyin/files/\(fixture).csv"
        let real = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)[0]
        #expect(Self.rows(file)[0] == real.components(separatedBy: ","))
        #expect(Self.bytes(file).starts(with: [0xEF, 0xBB, 0xBF]))
    }

    @Test(
        "every order of the shop that is to be seen stands in its file, line by line, and none of another shop"
    )
    func complete() throws {
        let scenario = Self.scenario
        let index = try #require(scenario.accounts.firstIndex { $0.files == .douyinExports })
        for now in [scenario.firstNow, scenario.finalNow] {
            let file = try #require(scenario.shopFiles(at: now).first { $0.name.hasPrefix("orders") })
            #expect(file.account == scenario.accounts[index].id)
            let own = scenario.orders.filter { $0.account == index && $0.version(at: now.seconds) != nil }
            let numbers = own.flatMap { order in order.lines.indices.map { "'\(order.lineNumber($0))" } }
            #expect(Self.rows(file).dropFirst().map { $0[1] }.sorted() == numbers.sorted())
        }
    }

    @Test(
        "no name and no phone stands in an export but masked, and what its files cannot tell has not happened"
    )
    func masked() throws {
        let scenario = Self.scenario
        for file in scenario.shopFiles(at: scenario.finalNow) where file.name.hasPrefix("orders") {
            let rows = Self.rows(file)
            let name = try #require(rows[0].firstIndex(of: "收件人"))
            let phone = try #require(rows[0].firstIndex(of: "收件人手机号"))
            #expect(rows.dropFirst().allSatisfy { $0[name].hasSuffix("*") && $0[phone].contains("****") })
        }
        for order in scenario.orders where scenario.accounts[order.account].files != nil {
            for refund in order.refunds where refund.paysBack && refund.kind == .returned {
                #expect(refund.returnedMilli == order.lines[refund.line].quantityMilli)
            }
        }
    }

    @Test(
        "the second files tell of late refunds that the first ones know nothing of, at any scale",
        arguments: [0.001, 0.02])
    func late(scale: Double) throws {
        let scenario = Scenario(seed: 11, scale: scale)
        for (index, account) in scenario.accounts.enumerated() where account.files != nil {
            let first = scenario.firstNow.seconds
            #expect(
                scenario.orders.contains { order in
                    order.account == index && order.createdAt < first
                        && order.refunds.contains { $0.paysBack && $0.appliedAt > first }
                })
        }
    }

    @Test("a hall writes down every sale, its refund with its day, and no name of anybody")
    func hall() throws {
        let scenario = Self.scenario
        let index = try #require(scenario.accounts.firstIndex { $0.files == .salesList })
        let file = try #require(
            scenario.shopFiles(at: scenario.finalNow).first { $0.account == scenario.accounts[index].id })
        guard case .form("sales-list", let rows) = file.content else {
            Issue.record("no form")
            return
        }
        let own = scenario.orders.filter { $0.account == index }
        #expect(rows.count == own.reduce(0) { $0 + $1.lines.count })
        #expect(Set(rows.compactMap { $0["单号"] }) == Set(own.map { "XS\($0.number)" }))
        #expect(rows.allSatisfy { $0["场所名称"] == scenario.accounts[index].shopID && $0["帮带人"] == nil })
        let refunded = rows.filter { $0["退款金额（元）"] != nil }
        #expect(refunded.count == own.flatMap(\.refunds).count { $0.paysBack } && !refunded.isEmpty)
        #expect(refunded.allSatisfy { ($0["退款日期"] ?? "") >= ($0["日期"] ?? "9") })
    }
}
