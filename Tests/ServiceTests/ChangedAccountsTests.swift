import Domain
import Store
import Testing

@testable import Service

/// Several accounts of one platform, whose description changes between what they read.
@Suite("A description that changes, and accounts that come and go")
struct ChangedAccountsTests {
    private static let at = Instant(seconds: 1_667_400_000)
    private let description = EditedDescription()
    private var inYuan: String { description.yaml.replacing("money: fen", with: "money: yuan") }

    private func shop() throws -> DescribedShop {
        try DescribedShop([
            [EditedDescription.record(number: 0, Self.at, paid: 1_000, back: 300)],
            [
                .init(
                    updatedAt: Self.at,
                    json: """
                        {"rid":"r0","rid2":"s0","rno":"0","rline":"x","shop":"S1","rstate":1,"ra":200,"rat":\(Self.at.seconds),
                        "rup":\(Self.at.seconds)}
                        """)
            ],
        ])
    }

    @Test("what one account has read under a description that is edited back is read again by the other")
    func thereAndBack() async throws {
        let (shop, fresh) = (try shop(), try shop())
        try await shop.sync(description.yaml)
        try await shop.sync(inYuan, as: "y")
        #expect(try await shop.sync(description.yaml))
        try await fresh.sync(description.yaml)
        #expect(try await shop.everything() == fresh.everything())
        #expect(try await shop.complaints(description.yaml) == [])
    }

    @Test("what an account has read that is there no more is told as mapped otherwise")
    func accountGone() async throws {
        let shop = try shop()
        try await shop.sync(description.yaml)
        #expect(try await shop.complaints(description.yaml, as: ["y"]) == [])
        let complaints = try await shop.complaints(inYuan, as: ["y"])
        #expect(complaints.count == 1 && complaints[0].contains("没有账号再读它"), "\(complaints)")
        shop.records = [[], []]
        try await shop.sync(inYuan, as: "y")
        #expect(try await shop.complaints(inYuan, as: ["y"]) == complaints)
    }

    @Test("keys are compared with all that the platform has landed, whatever shop an account states")
    func otherShop() async throws {
        let shop = try shop()
        try await shop.sync(description.yaml)
        let before = try await shop.everything()
        let other = description.yaml.replacing("id: rid,", with: "id: rid2,")
        await #expect(throws: ServiceError.self) { try await shop.sync(other, as: "w") }
        #expect(try await shop.everything() == before)
        #expect(try await shop.sync(description.yaml, as: "w") == false)
        #expect(try await shop.everything() == before)
    }

    @Test("a kind of record of which nothing has landed may be put right")
    func newKind() async throws {
        let (shop, fresh) = (try shop(), try shop())
        let growing = "    refund: {line: bline, amount: back, refunded_at: bat}\n"
        let without = description.yaml.replacing(growing, with: "")
        #expect(without != description.yaml)
        try await shop.sync(without)
        try await shop.sync(description.yaml.replacing("line: bline,", with: "line: nowhere,"))
        #expect(try await shop.sync(description.yaml))
        try await fresh.sync(description.yaml)
        #expect(try await shop.everything() == fresh.everything())
        await #expect(throws: ServiceError.self) { try await shop.sync(without) }
    }

    @Test("feeds that swap their names are read again")
    func swappedFeeds() async throws {
        let (shop, fresh) = (try shop(), try shop())
        let swapped = description.yaml.replacing("name: orders", with: "name: other").replacing(
            "name: refunds", with: "name: orders"
        ).replacing("name: other", with: "name: refunds")
        try await shop.sync(description.yaml, windowsMax: 2)
        #expect(try await shop.sync(swapped))
        try await fresh.sync(swapped)
        #expect(try await shop.everything() == fresh.everything())
    }
}
