import Domain
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
        #expect(try await refundedFen() == (compares ? 600 : 200))
        // What could not be read again is told, until it is.
        let complaints = try await shop.complaints(description.yaml)
        #expect(complaints.contains { $0.contains("有 2 条") } == compares, "\(complaints)")
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
            // Two accounts that were never read are refused as well, beside each other.
            let unread = try DescribedShop(world)
            let both = [try unread.facts(description.yaml), try unread.facts(other, as: "y")]
            await #expect(throws: ServiceError.self) { try await unread.pipeline.admit(both) }
        }
        // Another shop of the same channel is none of its business.
        _ = try await shop.pipeline.admit([
            try shop.facts(renamed.replacing("id: rid,", with: "id: rid2,"), as: "w")
        ])
        try await shop.sync(renamed, as: "y")
        #expect(try await shop.everything() == before)
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
        func stored() async throws -> StoredIdentity? {
            try await shop.store.sources()["z"].map {
                StoredIdentity(identity: $0.identity, mapping: $0.mapping)
            }
        }
        _ = try await shop.pipeline.admit([file])
        #expect(try await stored() == StoredIdentity(identity: "", mapping: ""))
        #expect(try await shop.sync(description.yaml) == false)
        let synced = StoredIdentity(identity: facts.api?.identity ?? "", mapping: facts.api?.mapping ?? "")
        #expect(try await stored() == synced)
        _ = try await shop.pipeline.admit([file])
        #expect(try await stored() == synced)
    }

    private struct StoredIdentity: Equatable {
        let identity: String
        let mapping: String
    }
}
