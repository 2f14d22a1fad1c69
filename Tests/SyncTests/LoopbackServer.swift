import HummingbirdCore
import Logging
import NIOCore
import NIOPosix

/// HTTP on loopback without Hummingbird's router, which would put its own date into every answer.
enum LoopbackServer {
    /// Answers while `body` runs, which is told the port; an answer that throws cuts its connection off.
    static func answer<Value: Sendable>(
        with respond: @escaping @Sendable (Request) async throws -> Response,
        while body: @escaping @Sendable (Int) async throws -> Value
    ) async throws -> Value {
        let (ports, listening) = AsyncStream<Int>.makeStream()
        let server = Server(
            childChannelSetup: HTTP1Channel { request, writer, _ in
                let response = try await respond(request)
                try await writer.write(response: response.head, body: response.body)
            },
            configuration: ServerConfiguration(address: .hostname("localhost", port: 0)),
            onServerRunning: { listening.yield($0.localAddress?.port ?? 0) },
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
            logger: Logger(label: "answers") { _ in SwiftLogNoOpLogHandler() })
        return try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask {
                try await server.run()
                return nil
            }
            group.addTask {
                guard let port = await ports.first(where: { _ in true }) else { return nil }
                return try await body(port)
            }
            defer { group.cancelAll() }
            while let value = try await group.next() { if let value { return value } }
            throw NeverListened()
        }
    }

    struct NeverListened: Error {}
}
