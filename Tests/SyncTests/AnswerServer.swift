import Domain
import HTTPTypes
import HummingbirdCore
import NIOCore
import Platforms
import Synchronization

@testable import Sync

/// A platform on loopback that gives these answers, one after the other, whatever is asked; the last one for ever.
final class AnswerServer: Sendable {
    struct Answer: Sendable {
        var status = 200
        var headers: [String: String] = [:]
        var body = ""
    }

    private let answers: [Answer]
    private let asked = Mutex<[ContinuousClock.Instant]>([])

    init(_ answers: Answer...) { self.answers = answers }

    /// When it was asked.
    var times: [ContinuousClock.Instant] { asked.withLock { $0 } }

    func response() -> Response {
        let place = asked.withLock { times in
            times.append(.now)
            return times.count - 1
        }
        let answer = answers[min(place, answers.count - 1)]
        var fields = HTTPFields()
        for (name, value) in answer.headers {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        return Response(
            status: HTTPResponse.Status(code: answer.status), headers: fields,
            body: ResponseBody(byteBuffer: ByteBuffer(string: answer.body)))
    }
}

extension AnswerServer {
    /// A page of 抖店 that holds nothing.
    static let emptyPage = #"{"code":10000,"data":{"total":0,"shop_order_list":[]}}"#

    /// What reading one page of the platform's first feed comes to.
    func read(
        as platform: any Platform = Douyin(), patience: Duration = .seconds(60),
        report: @escaping @Sendable (SyncEvent) -> Void = { _ in }
    ) async throws -> PageFetcher.Answer {
        try await listening { port in
            try await Self.read(
                port: port, as: platform, patience: patience, pacer: Pacer(seed: 1), report: report)
        }
    }

    /// The same of a server that listens already.
    static func read(
        port: Int, as platform: any Platform = Douyin(), patience: Duration = .seconds(60), pacer: Pacer,
        report: @escaping @Sendable (SyncEvent) -> Void = { _ in }
    ) async throws -> PageFetcher.Answer {
        let account = SyncAccount.onLoopback(port: port, since: RowServer.now.day, platform: platform)
        var fetcher = PageFetcher(
            account: account, feed: platform.feeds[0],
            environment: try .at(RowServer.now, patience: patience, pacer: pacer, report: report))
        let hour = WindowPlan.Window(
            from: RowServer.now.advanced(byMilliseconds: -3_600_000), to: RowServer.now)
        return try await fetcher.fetch(hour, .first)
    }

    /// Answers while `body` runs.
    func listening<Value: Sendable>(
        _ body: @escaping @Sendable (Int) async throws -> Value
    ) async throws -> Value {
        try await LoopbackServer.answer(with: { _ in self.response() }, while: body)
    }

    /// The page with its records, where it is one.
    func page(as platform: any Platform = Douyin()) async throws -> FetchedPage {
        guard case .page(let page) = try await read(as: platform) else { throw NoPage() }
        return page.mapped()
    }

    struct NoPage: Error {}
}
