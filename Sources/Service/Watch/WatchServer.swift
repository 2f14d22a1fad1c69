package import Domain
import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
package import Reports

/// `/healthz`, `/readyz` and `/metrics` for whoever watches, on this machine alone.
///
/// ```swift
/// let server = WatchServer(
///     port: 9832, language: .chinese, heartbeat: { schedule.lastRound }, readiness: { await service.obstacles() },
///     metrics: { await page.text() })
/// try await server.run()  // until its task is cancelled
/// ```
package struct WatchServer: Sendable {
    /// How long the loop may be on its way before it counts as stuck.
    package static let silenceMax = Duration.seconds(300)
    /// The only address that is bound.
    private static let address = "127.0.0.1"

    private let port: Int
    private let language: Language
    private let heartbeat: @Sendable () -> ContinuousClock.Instant
    private let readiness: @Sendable () async -> [Notice]
    private let metrics: @Sendable () async -> String

    /// A server on a port of this machine; 0 takes any that is free.
    ///
    /// `heartbeat` tells when the loop went round last; `readiness` why no work can be done, nothing where it can;
    /// `metrics` is the text of Prometheus' format.
    package init(
        port: Int, language: Language, heartbeat: @escaping @Sendable () -> ContinuousClock.Instant,
        readiness: @escaping @Sendable () async -> [Notice], metrics: @escaping @Sendable () async -> String
    ) {
        self.port = port
        self.language = language
        self.heartbeat = heartbeat
        self.readiness = readiness
        self.metrics = metrics
    }

    /// Answers until its task is cancelled; `onPort` is told the port once it listens.
    ///
    /// Throws where the port cannot be had.
    package func run(onPort: @escaping @Sendable (Int) -> Void = { _ in }) async throws(ServiceError) {
        let channel = HTTP1Channel(
            responder: { request, writer, _ in
                let answer = await answer(to: request.method, request.uri.path)
                try await writer.write(response: answer.head, body: answer.body)
            }, configuration: .init(idleTimeout: .seconds(60)))
        let server = Server(
            childChannelSetup: channel,
            configuration: ServerConfiguration(address: .hostname(Self.address, port: port)),
            onServerRunning: { channel in onPort(channel.localAddress?.port ?? port) },
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
            logger: Logger(label: "watch") { _ in SwiftLogNoOpLogHandler() })
        do {
            try await server.run()
        } catch {
            throw ServiceError(.usage, [Notice("watch.no_port", port)])
        }
    }

    private func answer(to method: HTTPRequest.Method, _ path: String) async -> Response {
        guard ["/healthz", "/readyz", "/metrics"].contains(path) else { return Response.of(.notFound, "") }
        guard method == .get || method == .head else {
            return Response.of(.methodNotAllowed, "", [.allow: "GET, HEAD"])
        }
        let answer =
            switch path {
            case "/healthz": health()
            case "/readyz": state(await readiness())
            default: Response.of(.ok, await metrics(), [.contentType: MetricsText.contentType])
            }
        return method == .head ? answer.withoutBody : answer
    }

    private func health() -> Response {
        let beat = heartbeat()
        let silence: Duration = .now - beat
        return state(
            silence <= Self.silenceMax ? [] : [Notice("watch.loop_is_stuck", silence.components.seconds)])
    }

    private func state(_ obstacles: [Notice]) -> Response {
        if obstacles.isEmpty { return Response.of(.ok, "ok\n") }
        let lines = obstacles.map { $0.text(in: language) + "\n" }
        return Response.of(.serviceUnavailable, lines.joined())
    }
}

extension Response {
    fileprivate static func of(
        _ status: HTTPResponse.Status, _ text: String, _ headers: HTTPFields = [:]
    ) -> Response {
        var headers = headers
        if headers[.contentType] == nil { headers[.contentType] = "text/plain; charset=utf-8" }
        headers[.cacheControl] = "no-store"
        return Response(
            status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    /// What would have been said is told by its length alone.
    fileprivate var withoutBody: Response { createHeadResponse() }
}
