import Domain
import Foundation
import SeededRandomness
import Testing

@testable import Store

/// Pages beside the store: written behind, read back, cut where they are torn, gone when they are old.
@Suite("Kept pages")
struct KeptPagesTests {
    private let folder: TemporaryFolder
    private var pages: PageFolder { PageFolder(ofStore: folder.path + "/daihuo.sqlite") }
    private static let at = Instant(seconds: 1_667_400_000)

    init() throws { folder = try TemporaryFolder() }

    private static func page(_ number: Int, at: Instant = at, words: Int = 3) -> KeptPage {
        KeptPage(
            facts: PageFacts(
                feed: "orders", window: ReadSpan(from: Instant(seconds: 0), to: Instant(seconds: 9)),
                cursor: "\(number)", hash: "h\(number)",
                fetchedAt: at.advanced(byMilliseconds: Int64(number))),
            serverAt: number % 2 == 0 ? at : nil, mapping: "m", keys: ["a", "b.c"],
            recordsLeftOut: number % 3,
            body: Array(#"{"list":[\#((0..<words).map { "\($0 * number)" }.joined(separator: ","))]}"#.utf8))
    }

    private func keep(_ kept: [KeptPage], of account: String = "商丘/1") async -> Int {
        let keeper = PageKeeper(pages, account: account)
        keeper.keep(kept)
        return await keeper.finish()
    }

    private func read(_ account: String = "商丘/1") -> [KeptPage] {
        Array(pages.pages(of: account, on: pages.days(of: account)))
    }

    private func file(on day: BusinessDay) -> URL {
        URL(fileURLWithPath: pages.file(of: "商丘/1", on: day))
    }

    @Test("what was kept is read back in its order, over days and processes, by nobody but its owner")
    func thereAndBack() async throws {
        let later = Self.at.advanced(byMilliseconds: 86_400_000)
        let kept = (0..<9).map { Self.page($0) } + (9..<12).map { Self.page($0, at: later) }
        #expect(await keep(Array(kept[..<5])) == 0)
        #expect(await keep(Array(kept[5...])) == 0)
        #expect(read() == kept && read("other").isEmpty)
        #expect(pages.days(of: "商丘/1") == [Self.at.day, later.day])
        for (path, rights) in [(file(on: later.day).path, 0o600), (pages.folder(of: "商丘/1"), 0o700)] {
            let found = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(found == rights, "\(path)")
        }
    }

    @Test(
        "the page that a killed process was writing is passed over, and cut off by the next",
        arguments: 0..<10)
    func torn(round: Int) async throws {
        var random = SeededRandom()
        let kept = (0..<4).map { Self.page($0, words: 200) }
        _ = await keep(Array(kept[..<3]))
        let file = file(on: Self.at.day)
        let whole = try Data(contentsOf: file)
        _ = await keep([kept[3]])
        let count = random.next(in: (whole.count + 1)...(try Data(contentsOf: file).count - 1))
        try Data(contentsOf: file).prefix(count).write(to: file)
        #expect(read() == Array(kept[..<3]), "seed \(random.seed)")
        _ = await keep([kept[3]])
        #expect(read() == kept, "seed \(random.seed)")
        #expect(try Data(contentsOf: file).starts(with: whole))
    }

    @Test(
        "whatever is damaged, no page comes back that was not written, and those before it do",
        arguments: 0..<40)
    func damaged(round: Int) async throws {
        var random = SeededRandom()
        let kept = (0..<random.next(in: 1...6)).map { Self.page($0, words: random.next(in: 0...400)) }
        _ = await keep(kept)
        let file = file(on: Self.at.day)
        var bytes = [UInt8](try Data(contentsOf: file))
        for _ in 0..<random.next(in: 1...4) {
            let (place, count) = (random.next(in: 0...(bytes.count - 1)), random.next(in: 1...60))
            switch random.next(in: 0...3) {
            case 0: bytes[place] ^= UInt8(random.next(in: 1...255))
            case 1: bytes.removeSubrange(place..<min(place + count, bytes.count))
            case 2:
                bytes.insert(contentsOf: (0..<count).map { _ in UInt8(random.next(in: 0...255)) }, at: place)
            default: bytes.insert(contentsOf: bytes[place..<min(place + count, bytes.count)], at: place)
            }
            if bytes.isEmpty { break }
        }
        let wasWhole = bytes == [UInt8](try Data(contentsOf: file))
        try Data(bytes).write(to: file)
        let all = pages.pages(of: "商丘/1", on: [Self.at.day])
        let found = Array(all)
        #expect(found.allSatisfy(kept.contains), "seed \(random.seed)")
        // Less than was written is never told as if it were all.
        #expect(
            wasWhole || found.count >= kept.count || all.damagedCount > 0 || bytes.isEmpty,
            "seed \(random.seed)")
        // Whoever goes on writes behind what can be read.
        let next = Self.page(77)
        _ = await keep([next])
        #expect(read() == found + [next], "seed \(random.seed)")
    }

    @Test(
        "what is too old is removed, and all where none is kept; nothing can be kept where nobody may write")
    func retention() async throws {
        for day in 0..<4 {
            _ = await keep([Self.page(day, at: Self.at.advanced(byMilliseconds: Int64(day) * 86_400_000))])
        }
        let days = pages.days(of: "商丘/1")
        pages.remove(of: "商丘/1", before: days[2])
        #expect(pages.days(of: "商丘/1") == Array(days[2...]))
        pages.remove(of: "商丘/1", before: nil)
        #expect(pages.days(of: "商丘/1").isEmpty)
        try FileManager.default.removeItem(atPath: folder.path + "/daihuo.sqlite.pages")
        try Data().write(to: URL(fileURLWithPath: folder.path + "/daihuo.sqlite.pages"))
        #expect(await keep([Self.page(1), Self.page(2)]) == 2)
    }
}
