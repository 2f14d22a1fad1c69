import Domain
import Platforms
import Testing

@testable import Sync

@Suite("Answers by which a platform says that there is nothing", .timeLimit(.minutes(20)))
struct EmptyAnswerTests {
    private static let answers: [(word: String, answer: AnswerServer.Answer)] = [
        ("no_content", .init(status: 204)), ("no_content", .init(status: 200)),
        ("not_found", .init(status: 404)), ("not_found", .init(status: 404, body: "<html>")),
        ("not_found", .init(status: 404, body: #"{"error":"no rows"}"#)),
        ("not_found", .init(status: 404, body: #"{"code":"ok","data":{"rows":[],"total":0}}"#)),
        ("empty_list", .init(body: "[]")), ("empty_list", .init(body: #"{"code":"ok","data":[]}"#)),
        ("null_above", .init(body: #"{"code":"ok","data":null}"#)),
    ]

    private static func platform(_ answer: String) throws -> DeclaredPlatform {
        try DeclaredPlatform(
            yaml: """
                name: p
                title: 测试
                channel: other
                feeds:
                  - name: rows
                    time: seconds
                    request: {path: /rows}
                    paging: {kind: page, size: 2, more: data.more, total: data.total}
                    answer:
                      success: {path: code, value: ok}
                      errors: {busy: retry, no: stop_account}
                      records: data.rows
                      \(answer)
                    refund: {id: id, order: id, money: fen, amount: id, updated_at: at}
                """, file: "p.yaml")
    }

    @Test(
        "each counts where the description names it, is the end of its window, and lands as a page",
        arguments: answers.indices)
    func named(_ place: Int) async throws {
        let (word, answer) = Self.answers[place]
        let page = try await AnswerServer(answer).page(as: try Self.platform("empty: [\(word)]"))
        #expect(page.page.rows.isEmpty && page.page.next == nil && page.page.rowsInWindow ?? 0 == 0)
    }

    @Test("where it names others, or none, it is refused", arguments: answers.indices)
    func unnamed(_ place: Int) async throws {
        let (word, answer) = Self.answers[place]
        let others = ["no_content", "not_found", "empty_list", "null_above"].filter { $0 != word }
        for text in ["", "empty: [\(others.joined(separator: ", "))]"] {
            let server = AnswerServer(answer)
            await #expect(throws: SyncError.self) {
                _ = try await server.read(as: try Self.platform(text), patience: .zero)
            }
        }
    }

    @Test(
        "what states an error, or holds more than it says, is none, whatever the description names",
        arguments: [
            AnswerServer.Answer(status: 404, body: #"{"code":"busy"}"#),
            .init(status: 404, body: #"{"code":"no","data":[]}"#),
            .init(body: #"{"code":"no","data":[]}"#), .init(body: #"{"code":"busy","data":null}"#),
            .init(body: #"{"data":null}"#), .init(body: "{}"), .init(body: #"{"code":"ok"}"#),
            .init(status: 404, body: #"{"code":"ok","data":{"rows":[{"id":1,"at":1672329600}],"total":1}}"#),
            .init(status: 500), .init(status: 410), .init(status: 200, body: "<html>"),
        ])
    func errors(_ answer: AnswerServer.Answer) async throws {
        let platform = try Self.platform("empty: [no_content, not_found, empty_list, null_above]")
        await #expect(throws: SyncError.self) {
            _ = try await AnswerServer(answer).read(as: platform, patience: .zero)
        }
    }

    @Test("a window that is empty by such an answer counts as read", arguments: answers.indices)
    func read(_ place: Int) async throws {
        let (word, answer) = Self.answers[place]
        let platform = try Self.platform("empty: \(word)")
        let reading = try await AnswerServer(answer).listening { port in
            try await ProofReading.of(port: port, by: platform, days: 1, span: .new)
        }
        #expect(reading.outcome.failures.isEmpty && reading.told.isEmpty)
        #expect(reading.covers(RowServer.now.day.advanced(by: -1).start, RowServer.now))
    }

    @Test(
        "a word that is none of these is refused with the nearest one",
        arguments: ["empty: [no_contents]", "single: list"])
    func unknownWord(_ answer: String) throws {
        let error = try #require(throws: DeclaredError.self) { try Self.platform(answer) }
        #expect(
            error.problems.count == 1
                && "\(error)".contains(answer.hasPrefix("empty") ? "no_content" : "object"))
    }

    @Test("one record may stand in the place of the list where the description says so")
    func single() async throws {
        let body = #"{"code":"ok","data":{"rows":{"id":"7","at":1672329600,"amount":7},"more":false}}"#
        let platform = try Self.platform("single: object")
        let page = try await AnswerServer(.init(body: body)).page(as: platform)
        #expect(page.page.rows.count == 1 && page.page.next == nil)
        let list = #"{"code":"ok","data":{"rows":[{"id":"7","at":1672329600}],"more":false}}"#
        #expect(try await AnswerServer(.init(body: list)).page(as: platform).page.rows.count == 1)
        await #expect(throws: SyncError.self) {
            _ = try await AnswerServer(.init(body: body)).read(as: try Self.platform(""), patience: .zero)
        }
        await #expect(throws: SyncError.self) {
            let text = #"{"code":"ok","data":{"rows":"7","more":false}}"#
            _ = try await AnswerServer(.init(body: text)).read(as: platform, patience: .zero)
        }
    }

    @Test("an order that a lookup does not find is none by its status, too, and nobody is told of a refusal")
    func lookup() async throws {
        let platform = try DeclaredPlatform(
            yaml: """
                name: p
                title: 测试
                channel: other
                feeds:
                  - name: rows
                    time: seconds
                    request: {path: /rows}
                    paging: {kind: none}
                    answer: {records: rows}
                    lookup:
                      request: {path: "/rows/{order}"}
                      answer: {records: row, empty: not_found}
                    order: {id: id, updated_at: at, paid_at: at, money: fen, paid: n, lines: {title: t, quantity: n}}
                """, file: "p.yaml")
        let feed = try #require(platform.orderLookup)
        let answer = try await AnswerServer(.init(status: 404)).listening { port in
            var fetcher = PageFetcher(
                account: .onLoopback(port: port, since: RowServer.now.day, platform: platform), feed: feed,
                environment: try .at(RowServer.now, patience: .zero))
            return try await fetcher.fetch(
                PageQuery(order: OrderKey(channel: .other, shopID: "1", orderID: "7"), by: feed))
        }
        guard case .page(let page) = answer else { throw AnswerServer.NoPage() }
        #expect(page.outline.rowsInWindow ?? 0 == 0)
    }
}
