import Domain
import Foundation
import Reports
import SeededRandomness
import Store
import Testing

@testable import Service

/// What is stored is tied to the description that mapped it (K32).
@Suite("A description that changes")
struct ChangedDescriptionTests {
    @Test(
        "after any edits the next sync leaves what a new store would have, or is refused and changes nothing",
        arguments: 0..<12)
    func randomEdits(round: Int) async throws {
        var random = SeededRandom()
        print("edits of a description: seed \(random.seed)")
        let world = EditedDescription.records(&random)
        let shop = try DescribedShop(world)
        var description = EditedDescription()
        description.edit(&random)
        try await shop.sync(description.yaml)
        var names = ["z"]
        for step in 0..<6 {
            let comment: Comment = "seed \(random.seed), step \(step)"
            let stored = description
            description.edit(&random)
            let before = try await shop.everything()
            if description.isRefused(after: stored, hasRefunds: !world[1].isEmpty) {
                let error = await #expect(throws: ServiceError.self, comment) {
                    try await shop.sync(description.yaml)
                }
                #expect(error?.exitCode == .usage, comment)
                #expect(try await shop.complaints(description.yaml, as: names).count == names.count, comment)
                #expect(try await shop.everything() == before, comment)
                description = stored
                #expect(try await shop.sync(description.yaml) == false, comment)
                #expect(try await shop.everything() == before, comment)
                continue
            }
            let isMappedOtherwise =
                (description.meanings, description.keys) != (stored.meanings, stored.keys)
            #expect(
                try await shop.complaints(description.yaml, as: names).count
                    == (isMappedOtherwise ? names.count : 0), comment)
            // Now and then another account that reads the same shop comes first.
            if random.next(in: 0...2) == 0 {
                try await shop.sync(description.yaml, as: "y")
                names = ["z", "y"]
            }
            // Now and then it is stopped half-way, and the description is edited once more.
            if random.next(in: 0...2) == 0 {
                try await shop.sync(description.yaml, windowsMax: random.next(in: 0...6))
                description.editMeanings(&random)
                try await shop.sync(description.yaml)
            } else {
                #expect(try await shop.sync(description.yaml) == isMappedOtherwise, comment)
            }
            let fresh = try DescribedShop(world)
            try await fresh.sync(description.yaml)
            #expect(try await shop.everything() == fresh.everything(), comment)
            #expect(try await shop.complaints(description.yaml, as: names) == [], comment)
        }
    }

    @Test("what reads the same by another description keeps its history; what does not, loses it")
    func history() async throws {
        let (first, later) = (Instant(seconds: 1_667_400_000), Instant(seconds: 1_667_900_000))
        func record(_ at: Instant, back: Int) -> DescribedShop.Record {
            EditedDescription.record(number: 0, at, paid: 1_000, back: back)
        }
        let shop = try DescribedShop([[record(first, back: 100)], []])
        var description = EditedDescription()
        shop.now = Instant(seconds: 1_667_500_000)
        try await shop.sync(description.yaml)
        shop.now = Instant(seconds: 1_668_000_000)
        shop.records[0] = [record(later, back: 300)]
        try await shop.sync(description.yaml)
        func growths() async throws -> [Int64] {
            try await shop.store.stories(orderID: "0").flatMap { $0.stored.state.refunds }
                .filter { $0.evidence == .stated }.map(\.refundedFen)
        }
        #expect(try await growths() == [100, 200])
        // Its title is read from elsewhere, where the same one stands.
        description.isOn.insert("title: t2,")
        #expect(try await shop.sync(description.yaml))
        #expect(try await growths() == [100, 200])
        description.isOn.insert("money: yuan")
        #expect(try await shop.sync(description.yaml))
        #expect(try await growths() == [30_000])
        #expect(try await shop.complaints(description.yaml) == [])
    }

    @Test(
        "what is refunded is not read as a growing amount and as records, whichever way a description is edited"
    )
    func otherRefunds() async throws {
        let at = Instant(seconds: 1_667_400_000)
        let shop = try DescribedShop([[EditedDescription.record(number: 0, at, paid: 1_000, back: 300)], []])
        let description = EditedDescription()
        try await shop.sync(description.yaml)
        let before = try await shop.everything()
        let growing = "refund: {line: bline, amount: back, refunded_at: bat}"
        let record = "refund: {path: backs, id: n, line: n, amount: back, refunded_at: bat, updated_at: bat}"
        for other in [
            description.yaml.replacing(growing, with: record),
            description.yaml.replacing("line: bline, amount", with: "line: bline2, amount"),
        ] {
            #expect(other != description.yaml)
            await #expect(throws: ServiceError.self) { try await shop.sync(other) }
            // Another account of the same shop has the same orders.
            await #expect(throws: ServiceError.self) { try await shop.sync(other, as: "y") }
            #expect(try await shop.everything() == before)
        }
    }

    @Test(
        "behind an edit an answer that is older than what is stored changes nothing, where update times compare",
        arguments: [("title: t2,", true), ("updated_at: up2\n", false), ("updated_at: rat}", false)])
    func staleAnswer(edit: String, compares: Bool) async throws {
        let (first, later) = (Instant(seconds: 1_667_400_000), Instant(seconds: 1_667_900_000))
        func world(_ at: Instant, back: Int) -> [[DescribedShop.Record]] {
            let order = EditedDescription.record(number: 0, at, paid: 1_000, back: back)
            return [[order], [EditedDescription.refund(number: 0, at, amount: back, amount2: 1)]]
        }
        let (old, new) = (world(first, back: 100), world(later, back: 300))
        let shop = try DescribedShop(new)
        var description = EditedDescription()
        try await shop.sync(description.yaml)
        func refundedFen() async throws -> Int64 {
            try await shop.store.stories(orderID: "0").flatMap { $0.stored.state.refunds }
                .reduce(0) { $0 + $1.refundedFen }
        }
        #expect(try await refundedFen() == 600)
        description.isOn.insert(edit)
        shop.records = old
        #expect(try await shop.sync(description.yaml))
        // Of orders and after-sales each has update times of its own.
        #expect(try await refundedFen() == (compares ? 600 : 400))
        // What could not be read again is told, until it is.
        let complaints = try await shop.complaints(description.yaml)
        #expect(complaints.contains { $0.contains(compares ? "有 2 条" : "有 1 条") }, "\(complaints)")
        description.isOn.insert("paid: paid2\n")
        shop.records = new
        #expect(try await shop.sync(description.yaml))
        let fresh = try DescribedShop(new)
        try await fresh.sync(description.yaml)
        #expect(try await shop.everything() == fresh.everything())
        #expect(try await shop.complaints(description.yaml) == [])
    }

    @Test("a platform by another name is the same one only where it makes the same keys")
    func otherName() async throws {
        let at = Instant(seconds: 1_667_400_000)
        let world = [
            [EditedDescription.record(number: 0, at, paid: 1_000, back: 0)],
            [EditedDescription.refund(number: 0, at, amount: 300, amount2: 1)],
        ]
        let shop = try DescribedShop(world)
        let description = EditedDescription()
        try await shop.sync(description.yaml)
        let before = try await shop.everything()
        let renamed = description.yaml.replacing("name: zz", with: "name: zy")
        for edit in [("id: rid,", "id: rid2,"), ("      id: no\n", "      id: no2\n")] {
            let other = renamed.replacing(edit.0, with: edit.1)
            let error = await #expect(throws: ServiceError.self) { try await shop.sync(other, as: "y") }
            #expect(error?.exitCode == .usage)
            #expect(error?.notices.first?.text(in: .chinese).contains("账号 z（平台 zz）读过") == true)
            #expect(try await shop.everything() == before)
            // Whose account states another shop is found out when its records land.
            let unread = try DescribedShop(world)
            try await unread.sync(description.yaml)
            let late = await #expect(throws: StoreError.self) { try await unread.sync(other, as: "w") }
            #expect(late?.kind == .refused)
            #expect(try await unread.everything() == before)
        }
        try await shop.sync(renamed, as: "y")
        #expect(try await shop.everything() == before)
        // Nothing was new of it, and what it has read is held fast all the same.
        let edited = renamed.replacing("channel: hall", with: "channel: other")
        await #expect(throws: ServiceError.self) { try await shop.sync(edited, as: "y") }
        #expect(try await shop.everything() == before)
    }

    @Test(
        "refunds of a platform of refunds only are held fast, whether they came before their orders or behind",
        arguments: [true, false])
    func refundsOnly(comeFirst: Bool) async throws {
        let at = Instant(seconds: 1_667_400_000)
        let shop = try DescribedShop([
            [EditedDescription.record(number: 0, at, paid: 1_000, back: 0)],
            [EditedDescription.refund(number: 0, at, amount: 300, amount2: 1)],
        ])
        let yaml = EditedDescription().yaml
        let start = try #require(yaml.range(of: "  - name: orders")?.lowerBound)
        let middle = try #require(yaml.range(of: "  - name: refunds")?.lowerBound)
        let growing = "    refund: {line: bline, amount: back, refunded_at: bat}\n"
        let orders = String(yaml[..<middle]).replacing(growing, with: "")
        let refunds = yaml[..<start].replacing("name: zz", with: "name: zr") + yaml[middle...]
        let world = shop.records
        func syncRefunds() async throws {
            shop.records = [world[1]]
            try await shop.sync(String(refunds), as: "y")
            shop.records = world
        }
        if comeFirst { try await syncRefunds() }
        try await shop.sync(orders)
        if !comeFirst { try await syncRefunds() }
        let before = try await shop.everything()
        // Growing amounts, and records under other numbers, would both stand beside them.
        let other = orders + String(yaml[middle...]).replacing("id: rid,", with: "id: rid2,")
        for yaml in [String(yaml[..<middle]), other] {
            await #expect(throws: ServiceError.self) { try await shop.sync(yaml) }
            #expect(try await shop.everything() == before)
        }
    }

    @Test(
        "what a line keeps of another mapping gives way to whatever is stated of it, in whichever order",
        arguments: [true, false])
    func keptAmount(silentFirst: Bool) async throws {
        let (first, later) = (Instant(seconds: 1_667_400_000), Instant(seconds: 1_667_900_000))
        let stating = EditedDescription.record(number: 0, first, paid: 1_000, back: 3)
        var silent = EditedDescription.record(number: 0, later, paid: 1_000, back: 3)
        silent.json = silent.json.replacing("\"back\":3,", with: "")
        let shop = try DescribedShop([[stating, silent], []])
        var description = EditedDescription()
        try await shop.sync(description.yaml)
        description.isOn.insert("money: yuan")
        shop.records[0] = [silentFirst ? silent : stating]
        try await shop.sync(description.yaml)
        // The other version is read behind it.
        description.isOn.insert("title: t2,")
        shop.records[0] = silentFirst ? [stating, silent] : [silent]
        shop.records[0].reverse()
        try await shop.sync(description.yaml)
        let report = try await shop.pipeline.attributionReport(
            ReportScope(
                from: BusinessDay(number: 10_000), to: BusinessDay(number: 30_000), leg: .any, by: .party))
        #expect(report.totals.refundedFen == 300)
        #expect(report.proof.unexplainedFen == 0)
        // As long as nothing is stated by the present mapping, that is told.
        #expect(try await shop.complaints(description.yaml).count == (silentFirst ? 0 : 1))
    }

    @Test("what a new description does not understand stays as it was and is told, until it is understood")
    func parked() async throws {
        let at = Instant(seconds: 1_667_400_000)
        let shop = try DescribedShop([[EditedDescription.record(number: 0, at, paid: 1_000, back: 0)], []])
        let description = EditedDescription()
        try await shop.sync(description.yaml)
        let before = try await shop.everything()
        let wrong = description.yaml.replacing("quantity: q", with: "quantity: nowhere")
        #expect(try await shop.sync(wrong))
        let complaints = try await shop.complaints(wrong)
        #expect(complaints.count == 1 && complaints[0].contains("有 1 条"), "\(complaints)")
        #expect(try await shop.sync(description.yaml))
        #expect(try await shop.everything() == before)
        #expect(try await shop.complaints(description.yaml) == [])
    }

    @Test("as long as nothing has landed the keys may be put right, and what was parked is forgotten")
    func firstTries() async throws {
        let at = Instant(seconds: 1_667_400_000)
        let world = [[EditedDescription.record(number: 0, at, paid: 1_000, back: 0)], []]
        let (shop, fresh) = (try DescribedShop(world), try DescribedShop(world))
        let description = EditedDescription()
        try await shop.sync(description.yaml.replacing("id: no\n", with: "id: nowhere\n"))
        try await shop.sync(description.yaml)
        try await fresh.sync(description.yaml)
        #expect(try await shop.everything() == fresh.everything())
    }

    @Test("files are no matter of the description, and leave it to the first sync to say what it is")
    func files() async throws {
        let shop = try DescribedShop([[], []])
        let description = EditedDescription()
        let facts = try shop.facts(description.yaml)
        let file = SourceFacts(name: "z", platform: facts.platform, shopID: facts.shopID, api: nil)
        func stored() async throws -> String? { try await shop.store.sources()["z"]?.mapping }
        _ = try await shop.pipeline.admit([file])
        #expect(try await stored() == "")
        #expect(try await shop.sync(description.yaml) == false)
        let synced = facts.api?.mapping
        #expect(try await stored() == synced)
        _ = try await shop.pipeline.admit([file])
        #expect(try await stored() == synced)
    }
}
