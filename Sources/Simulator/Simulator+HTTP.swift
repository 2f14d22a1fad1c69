import HTTPTypes
import Hummingbird
import Logging
import NIOCore

extension Simulator {
    private static let requestBytesMax = 1 << 20

    /// The server, without noise on the log; `onPort` is told the port once it listens.
    nonisolated func application(
        port: Int, onPort: @escaping @Sendable (Int) -> Void = { _ in }
    ) -> Application<CallbackResponder<BasicRequestContext>> {
        Application(
            responder: CallbackResponder { request, _ in try await self.response(to: request) },
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { channel in onPort(channel.localAddress?.port ?? port) },
            logger: Logger(label: "simulator") { _ in SwiftLogNoOpLogHandler() })
    }

    private nonisolated func response(to request: Request) async throws -> Response {
        var request = request
        let body = try await request.collectBody(upTo: Self.requestBytesMax)
        let ask = Ask(
            method: request.method.rawValue, path: request.uri.path, rawQuery: request.uri.query ?? "",
            query: Self.texts(request.uri.queryParameters.map { (String($0.key), String($0.value)) }),
            headers: Self.texts(request.headers.map { ($0.name.canonicalName, $0.value) }),
            body: Array(body.readableBytesView))
        let (books, fault, slowMilliseconds) = await prepare(ask)
        let isDouyin = DeclaredCall.target(ask.path) == nil
        if let reply = fault?.reply(isDouyin: isDouyin) { return Self.response(reply) }
        let reply = Self.rightReply(to: ask, from: books)
        switch fault {
        case .slow:
            try await Task.sleep(for: .milliseconds(slowMilliseconds))
            return Self.response(reply)
        case .truncatedBody:
            var half = reply
            half.body = Array(reply.body.prefix(reply.body.count / 2))
            return Self.response(half)
        case .droppedConnection:
            return Self.dropped(reply)
        default:
            return Self.response(reply)
        }
    }

    private static func rightReply(to ask: Ask, from books: Books) -> Reply {
        if let target = DeclaredCall.target(ask.path) {
            return DeclaredEndpoint(books: books, endpoint: target.endpoint, isRefunds: target.isRefunds)
                .answer(ask)
        }
        guard ["/order/searchList", "/afterSale/List"].contains(ask.path) else {
            return DouyinEndpoint.failure(70000, "isp.api-offline", "接口不存在")
        }
        return DouyinEndpoint(books: books).answer(ask)
    }

    private static func response(_ reply: Reply) -> Response {
        Response(
            status: HTTPResponse.Status(code: reply.status), headers: [.contentType: reply.contentType],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: reply.body)))
    }

    /// Half of the promised bytes, then the end of the connection.
    private static func dropped(_ reply: Reply) -> Response {
        let half = ByteBuffer(bytes: reply.body.prefix(reply.body.count / 2))
        let body = ResponseBody(contentLength: reply.body.count) { writer in
            try await writer.write(half)
            throw CancellationError()
        }
        return Response(
            status: HTTPResponse.Status(code: reply.status), headers: [.contentType: reply.contentType],
            body: body)
    }

    private static func texts(_ pairs: [(String, String)]) -> [String: String] {
        Dictionary(pairs) { first, _ in first }
    }
}
