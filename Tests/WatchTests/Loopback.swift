import HTTP
import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix

/// HTTP on a free port of this machine.
enum Loopback {
    /// A request as it came.
    struct Asked: Sendable {
        let method: String
        let path: String
        let contentType: String?
        let body: [UInt8]
    }

    /// Answers with these statuses while `body` runs, which is told the address.
    static func answer<Value: Sendable>(
        with status: @escaping @Sendable (Asked) async -> Int,
        while body: @escaping @Sendable (String) async throws -> Value
    ) async throws -> Value {
        let (ports, listening) = AsyncStream<Int>.makeStream()
        let channel = HTTP1Channel { request, writer, _ in
            var request = request
            let bytes = try await request.collectBody(upTo: 1 << 20)
            let asked = Asked(
                method: request.method.rawValue, path: request.uri.description,
                contentType: request.headers[.contentType], body: Array(bytes.readableBytesView))
            let response = Response(status: HTTPTypes.HTTPResponse.Status(code: await status(asked)))
            try await writer.write(response: response.head, body: response.body)
        }
        let server = Server(
            childChannelSetup: channel,
            configuration: ServerConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { listening.yield($0.localAddress?.port ?? 0) },
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
            logger: Logger(label: "loopback") { _ in SwiftLogNoOpLogHandler() })
        return try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask {
                try await server.run()
                return nil
            }
            group.addTask {
                guard let port = await ports.first(where: { _ in true }) else { return nil }
                return try await body("http://127.0.0.1:\(port)")
            }
            defer { group.cancelAll() }
            while let value = try await group.next() { if let value { return value } }
            throw NeverListened()
        }
    }

    struct NeverListened: Error {}
}
