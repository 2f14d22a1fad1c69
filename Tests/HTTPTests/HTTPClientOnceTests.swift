import HTTP
import Synchronization
import Testing

@Suite("HTTPClient, a request that must not go out twice", .timeLimit(.minutes(20)))
struct HTTPClientOnceTests {
    let client: HTTPClient

    init() throws { client = try HTTPClient(configuration: HTTPConfiguration(connectionsPerHostMax: 1)) }

    private final class Arrivals: Sendable {
        private let number = Atomic(0)
        var count: Int { number.load(ordering: .relaxed) }
        func add() { number.add(1, ordering: .relaxed) }
    }

    @Test(
        "is not sent again where a kept connection turns out closed, as another one is",
        arguments: [false, true])
    func once(isSentOnce: Bool) async throws {
        let arrivals = Arrivals()
        let server = try ScriptedServer { connection in
            // The first request is answered; the second, on the same connection or on another, is taken without a word.
            guard let first = connection.readRequest() else { return }
            if first.path.hasPrefix("/first") {
                connection.write(Array("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".utf8))
                guard connection.readRequest() != nil else { return }
            }
            arrivals.add()
        }
        _ = try await client.send(HTTPRequest(url: server.url("/first")))
        let error = await #expect(throws: HTTPError.self) {
            try await client.send(HTTPRequest(url: server.url("/token"), isSentOnce: isSentOnce))
        }
        #expect(error?.mayHaveArrived == true)
        #expect(arrivals.count == (isSentOnce ? 1 : 2))
    }

    @Test("whether anything was sent is known of every failure")
    func sent() async throws {
        let port = try ScriptedServer.refusingPort()
        let server = try ScriptedServer { connection in
            _ = connection.readRequest()
            connection.waitForEnd()
        }
        let slow = HTTPLimits(
            connectMilliseconds: 10_000, totalMilliseconds: 100, stalledMilliseconds: 10_000, bodyBytesMax: 10
        )
        // Addresses of documentation: nobody answers, and nobody refuses.
        let nowhere = HTTPLimits(
            connectMilliseconds: 50, totalMilliseconds: 10_000, stalledMilliseconds: 10_000, bodyBytesMax: 10)
        for (request, mayHaveArrived) in [
            (HTTPRequest(url: "http://127.0.0.1:\(port)/"), false),
            (HTTPRequest(url: "http://192.0.2.1:9/", limits: nowhere), false),
            (HTTPRequest(url: "gopher://127.0.0.1/"), false),
            (HTTPRequest(method: "", url: server.url()), false),
            (HTTPRequest(url: server.url(), limits: slow), true),
            (HTTPRequest(method: "POST", url: server.url(), body: [1], limits: slow), true),
        ] {
            let error = await #expect(throws: HTTPError.self) { try await client.send(request) }
            #expect(error?.mayHaveArrived == mayHaveArrived, "\(request.url) \(error?.detail ?? "")")
        }
    }
}
