import Domain
import JSON
import Platforms
import SeededRandomness
import Testing

@Suite("Declared platforms: paging")
struct DeclaredPagingTests {
    private func platform(_ paging: String) throws -> DeclaredPlatform {
        try DeclaredPlatform(
            yaml: """
                name: p
                title: 测试
                channel: other
                feeds:
                  - name: refunds
                    time: seconds
                    request: {path: /r, query: {page: "{page}"}}
                    paging: {\(paging)}
                    answer: {records: rows}
                    refund: {id: id, order: id, money: fen, amount: id, updated_at: at}
                """, file: "p.yaml")
    }

    private func page(
        _ platform: DeclaredPlatform, _ rows: Range<Int>, _ rest: String, at cursor: PageCursor = .first
    ) throws -> Page {
        let records = rows.map { "{\"id\":\($0),\"at\":1667264400}" }.joined(separator: ",")
        return try DeclaredFixture.page(
            platform, "refunds", Array("{\"rows\":[\(records)]\(rest)}".utf8), at: cursor)
    }

    @Test("pages end where they reach the total")
    func pageTotal() throws {
        let platform = try platform("kind: page, size: 3, total: total")

        let first = try page(platform, 0..<3, ",\"total\":5")
        let last = try page(platform, 3..<5, ",\"total\":5", at: .number(2))

        #expect(first.next == .number(2) && first.rowsInWindow == 5)
        #expect(last.next == nil && last.refunds.map(\.refundID) == ["3", "4"])
        #expect(try page(platform, 0..<3, ",\"total\":3").next == nil)
        #expect(try page(platform, 0..<0, ",\"total\":0").next == nil)
    }

    @Test("without a total, pages end where one is empty; one that is not full ends nothing")
    func pageEmpty() throws {
        let platform = try platform("kind: page, first: 0, size: 3")

        #expect(try page(platform, 0..<3, "").next == .number(1))
        #expect(try page(platform, 0..<2, "", at: .number(1)).next == .number(2))
        #expect(try page(platform, 0..<0, "", at: .number(2)).next == nil)
    }

    @Test("offsets go on by the rows that came, where they are fewer than were asked for")
    func offsetOfSmallPage() throws {
        let platform = try platform("kind: offset, size: 3, more: more")

        #expect(try page(platform, 0..<2, ",\"more\":true", at: .number(3)).next == .number(5))
    }

    @Test("offsets count rows and end where there is no more")
    func offset() throws {
        let platform = try platform("kind: offset, size: 3, more: more")

        #expect(try page(platform, 0..<3, ",\"more\":true").next == .number(3))
        #expect(try page(platform, 0..<3, ",\"more\":1", at: .number(3)).next == .number(6))
        #expect(try page(platform, 0..<3, ",\"more\":false", at: .number(6)).next == nil)
    }

    @Test("a cursor ends where it is absent, empty, the end word, or there is no more")
    func cursor() throws {
        let platform = try platform("kind: cursor, size: 3, next: next, end: nomore, more: more")

        #expect(try page(platform, 0..<1, ",\"next\":\"c1\",\"more\":true").next == .text("c1"))
        #expect(try page(platform, 0..<0, ",\"next\":17,\"more\":true").next == .text("17"))
        #expect(try page(platform, 0..<1, ",\"next\":\"nomore\",\"more\":true").next == nil)
        #expect(try page(platform, 0..<1, ",\"next\":\"\",\"more\":true").next == nil)
        #expect(try page(platform, 0..<1, ",\"more\":true").next == nil)
        #expect(try page(platform, 0..<1, ",\"next\":\"c2\",\"more\":false").next == nil)
    }

    @Test("backwards: the first answer tells the total only, then pages go from the last to the first")
    func backwards() throws {
        let platform = try platform("kind: backwards, size: 3, total: total")

        let probe = try page(platform, 0..<3, ",\"total\":7")
        let last = try page(platform, 6..<7, ",\"total\":7", at: .number(3))
        let middle = try page(platform, 3..<6, ",\"total\":6", at: .number(2))
        let first = try page(platform, 0..<3, ",\"total\":6", at: .number(1))

        #expect(probe.refunds.isEmpty && probe.next == .number(3) && probe.rowsInWindow == 7)
        #expect(last.next == .number(2) && last.refunds.count == 1)
        #expect(middle.next == .number(1) && first.next == nil)
        #expect(first.refunds.map(\.refundID) == ["0", "1", "2"])
    }

    @Test("backwards: a window of one page is read at once, and pages that emptied meanwhile are passed")
    func backwardsShort() throws {
        let platform = try platform("kind: backwards, first: 0, size: 3, total: total")

        let only = try page(platform, 0..<3, ",\"total\":3")
        let emptied = try page(platform, 0..<0, ",\"total\":3", at: .number(1))

        #expect(only.next == nil && only.refunds.count == 3)
        #expect(emptied.next == .number(0))
        #expect(try page(platform, 0..<0, ",\"total\":0").next == nil)
    }

    @Test(
        "an answer whose paging contradicts itself is an error, not an end",
        arguments: [
            ("kind: page, size: 3, total: total", 2, ",\"total\":5"),
            ("kind: page, size: 3, total: total", 4, ",\"total\":9"),
            ("kind: page, size: 3, total: total", 3, ",\"total\":\"x\""),
            ("kind: page, size: 3, total: total", 3, ",\"total\":-1"),
            ("kind: page, size: 3, total: total", 3, ",\"total\":2"),
            ("kind: offset, size: 3, total: total", 1, ",\"total\":0"),
            ("kind: backwards, size: 3, total: total", 3, ",\"total\":-7"),
            ("kind: page, size: 3, more: more", 0, ",\"more\":true"),
            ("kind: page, size: 3, more: more", 3, ""),
            ("kind: backwards, size: 3, total: total", 3, ""),
            ("kind: backwards, size: 3, total: total", 2, ",\"total\":9"),
            ("kind: cursor, size: 3, next: next, first: c0", 3, ",\"next\":\"c0\""),
        ])
    func contradictions(paging: String, rows: Int, rest: String) throws {
        let platform = try platform(paging)

        let error = #expect(throws: PlatformError.self) { try page(platform, 0..<rows, rest) }

        #expect(error?.consequence == .retry)
    }

    @Test("every row of a window is read once, whatever the kind, the size and the number of rows")
    func property() throws {
        for seed in UInt64(1)...200 {
            var random = SeededRandom(seed: seed)
            let (rows, size) = (Int.random(in: 0...20, using: &random), Int.random(in: 1...7, using: &random))
            let kind = ["page", "offset", "backwards"].randomElement(using: &random) ?? "page"
            let first = Int.random(in: 0...1, using: &random)
            let platform = try platform("kind: \(kind), first: \(first), size: \(size), total: total")
            var read: [String] = []
            var cursor: PageCursor? = .first
            while let place = cursor {
                let number = if case .number(let number) = place { number } else { first }
                let start = kind == "offset" ? number - first : (number - first) * size
                let window = min(start, rows)..<min(start + size, rows)
                let page = try page(platform, window, ",\"total\":\(rows)", at: place)
                read += page.refunds.map(\.refundID)
                cursor = page.next
            }
            #expect(
                read.sorted() == (0..<rows).map(String.init).sorted(), "seed \(seed): \(kind) \(rows)/\(size)"
            )
        }
    }
}
