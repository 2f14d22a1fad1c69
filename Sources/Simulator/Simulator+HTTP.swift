import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix

extension Simulator {
    private static let requestBytesMax = 1 << 20

    /// Answers until its task is cancelled, without noise on the log; `onPort` is told the port once it listens.
    ///
    /// The server alone, without Hummingbird's router and middleware: a simulator has two kinds of paths.
    nonisolated func serve(port: Int, onPort: @escaping @Sendable (Int) -> Void) async throws {
        let channel = HTTP1Channel { request, writer, _ in
            let response = try await self.response(to: request)
            try await writer.write(response: response.head, body: response.body)
        }
        let server = Server(
            childChannelSetup: channel,
            configuration: ServerConfiguration(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { channel in onPort(channel.localAddress?.port ?? port) },
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
            logger: Logger(label: "simulator") { _ in SwiftLogNoOpLogHandler() })
        try await server.run()
    }

    /// The answer to one request, right or faulty; throws where the connection is to be dropped.
    nonisolated func response(to request: Request) async throws -> Response {
        var request = request
        let body = try await request.collectBody(upTo: Self.requestBytesMax)
        let ask = Ask(
            method: request.method.rawValue, path: request.uri.path, rawQuery: request.uri.query ?? "",
            query: Self.texts(request.uri.queryParameters.map { (String($0.key), String($0.value)) }),
            headers: Self.texts(request.headers.map { ($0.name.canonicalName, $0.value) }),
            body: Array(body.readableBytesView))
        if let reply = await control(ask) { return Self.response(reply) }
        let (books, fault, slowMilliseconds) = await prepare(ask)
        let isDouyin = DeclaredCall.target(ask.path) == nil
        if let reply = fault?.reply(isDouyin: isDouyin) { return Self.response(reply) }
        // A token that is given is given, whether its answer arrives or not.
        let given = await giveToken(ask)
        if let given, given.isLost { return Self.dropped(given.reply) }
        let reply = given?.reply ?? Self.rightReply(to: ask, from: books)
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
        guard ["/order/searchList", "/afterSale/List", DouyinEndpoint.orderPath].contains(ask.path) else {
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
