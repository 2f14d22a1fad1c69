import HTTP
import Testing

@Suite("HTTPClient, failures", .timeLimit(.minutes(20)))
struct HTTPClientFailureTests {
    let client: HTTPClient

    init() throws { client = try HTTPClient(configuration: HTTPConfiguration(connectionsPerHostMax: 1)) }

    private func failure(of request: HTTPRequest) async throws -> HTTPError {
        let error = await #expect(throws: HTTPError.self) { try await client.send(request) }
        return try #require(error)
    }

    private func limits(total: Int = 60_000, stalled: Int = 60_000, body: Int = 1_000_000) -> HTTPLimits {
        HTTPLimits(
            connectMilliseconds: 30_000, totalMilliseconds: total, stalledMilliseconds: stalled,
            bodyBytesMax: body)
    }

    @Test("an answer slower than the total limit")
    func slow() async throws {
        let server = try ScriptedServer { connection in
            _ = connection.readRequest()
            connection.waitForEnd()
        }

        let error = try await failure(of: HTTPRequest(url: server.url(), limits: limits(total: 100)))

        #expect(error.code == .timedOut)
        #expect(error.isTransient)
    }

    @Test("the wait for a free connection counts towards the total limit")
    func slowQueue() async throws {
        let (arrivals, arrived) = AsyncStream<Void>.makeStream()
        let server = try ScriptedServer { connection in
            _ = connection.readRequest()
            arrived.yield()
            connection.waitForEnd()
        }
        let client = client
        let patient = HTTPRequest(url: server.url(), limits: limits(total: 600_000, stalled: 600_000))
        let holding = Task { try await client.send(patient) }
        for await _ in arrivals { break }

        let error = try await failure(of: HTTPRequest(url: server.url(), limits: limits(total: 100)))

        #expect(error.code == .timedOut)
        #expect(server.connectionCount == 1)
        holding.cancel()
        _ = await holding.result
    }

    @Test("an answer that stops after its head is stalled")
    func stalled() async throws {
        let server = try ScriptedServer { connection in
            _ = connection.readRequest()
            connection.write(Array("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n".utf8))
            connection.waitForEnd()
        }

        let error = try await failure(of: HTTPRequest(url: server.url(), limits: limits(stalled: 1)))

        #expect(error.code == .stalled)
        #expect(error.isTransient)
    }

    @Test(
        "a body that ends early is cut short",
        arguments: ["Content-Length: 10\r\n\r\nabc", "Transfer-Encoding: chunked\r\n\r\n5\r\nabc"])
    func cutShort(rest: String) async throws {
        let server = try ScriptedServer { connection in
            _ = connection.readRequest()
            connection.write(Array("HTTP/1.1 200 OK\r\n\(rest)".utf8))
        }

        let error = try await failure(of: HTTPRequest(url: server.url()))

        #expect(error.code == .bodyCutShort)
        #expect(error.isTransient)
    }

    @Test("a body of exactly the limit passes and one byte more does not", arguments: [true, false])
    func oversized(announcesLength: Bool) async throws {
        let server = try ScriptedServer { connection in
            guard let request = connection.readRequest() else { return }
            let body = [UInt8](repeating: 0x61, count: request.path == "/fits" ? 70_000 : 70_001)
            connection.write(
                announcesLength ? answer(body) : Array("HTTP/1.1 200 OK\r\n\r\n".utf8) + body)
        }

        let response = try await client.send(
            HTTPRequest(url: server.url("/fits"), limits: limits(body: 70_000)))
        let error = try await failure(of: HTTPRequest(url: server.url("/over"), limits: limits(body: 70_000)))

        #expect(response.body.count == 70_000)
        #expect(error.code == .bodyTooLarge)
        #expect(!error.isTransient)
    }

    @Test("a small gzip body that unpacks to 50 MB is refused")
    func gzipBomb() async throws {
        let bomb = try await shell("head -c 50000000 /dev/zero | gzip -9")
        try #require(bomb.count < 100_000)
        let server = try ScriptedServer.answering { _ in answer(bomb, headers: ["Content-Encoding: gzip"]) }

        let error = try await failure(of: HTTPRequest(url: server.url(), limits: limits(body: 1_000_000)))

        #expect(error.code == .bodyTooLarge)
    }

    @Test("a body or head without end is refused at the limit", arguments: ["\r\n", ""])
    func endless(afterStatus: String) async throws {
        let (ends, ended) = AsyncStream<Void>.makeStream()
        let server = try ScriptedServer { connection in
            _ = connection.readRequest()
            connection.write(Array("HTTP/1.1 200 OK\r\n\(afterStatus)".utf8))
            let lines = Array(String(repeating: "X-Again: and again\r\n", count: 1000).utf8)
            while connection.write(lines) {}
            ended.yield()
        }

        let error = try await failure(of: HTTPRequest(url: server.url(), limits: limits()))

        #expect(error.code == .bodyTooLarge)
        for await _ in ends { break }
    }

    @Test(
        "a reset, an end without answer and a hang-up within the TLS handshake", arguments: ["http", "https"])
    func reset(scheme: String) async throws {
        let resetting = try ScriptedServer { connection in
            _ = connection.read()
            connection.resetAtClose()
        }
        let ending = try ScriptedServer { connection in _ = connection.read() }

        for server in [resetting, ending] {
            let error = try await failure(of: HTTPRequest(url: "\(scheme)://127.0.0.1:\(server.port)/"))
            #expect(error.code == .reset)
            #expect(error.isTransient)
        }
    }

    @Test("a server that does not speak TLS")
    func noTLS() async throws {
        let server = try ScriptedServer { connection in
            _ = connection.read()
            connection.write(answer("plain", status: "400 Bad Request"))
            connection.waitForEnd()
        }

        let error = try await failure(of: HTTPRequest(url: "https://127.0.0.1:\(server.port)/"))

        #expect(error.code == .tls)
        #expect(!error.isTransient)
    }

    @Test("a reset in the middle of the body")
    func resetInBody() async throws {
        let server = try ScriptedServer { connection in
            _ = connection.readRequest()
            connection.write(Array("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc".utf8))
            // The client's own next byte comes only with its next request, so the reset is all it can see.
            connection.resetAtClose()
        }

        let error = try await failure(of: HTTPRequest(url: server.url()))

        #expect([.reset, .bodyCutShort].contains(error.code))
    }

    @Test("a port on which nobody listens")
    func refused() async throws {
        let port = try ScriptedServer.refusingPort()

        let error = try await failure(of: HTTPRequest(url: "http://127.0.0.1:\(port)/"))

        #expect(error.code == .cannotConnect)
        #expect(error.isTransient)
        #expect(error.detail.contains("127.0.0.1:\(port)"))
    }

    @Test("a name that no name server can know")
    func unknownName() async throws {
        // A label of more than 63 letters is refused by the resolver itself, so nothing leaves the machine.
        let name = String(repeating: "a", count: 64) + ".invalid"

        let error = try await failure(of: HTTPRequest(url: "http://\(name)/"))

        #expect(error.code == .cannotResolve)
        #expect(error.isTransient)
    }

    @Test("a server that does not speak HTTP")
    func nonsense() async throws {
        let server = try ScriptedServer { connection in
            _ = connection.readRequest()
            connection.write(Array("220 mail.example ready\r\n".utf8))
        }

        let error = try await failure(of: HTTPRequest(url: server.url()))

        #expect(error.code == .other(curl: 1))
        #expect(!error.isTransient)
    }

    @Test(
        "what is no http(s) address is refused",
        arguments: [
            "", "/orders", "http://", "http://[::1", "file:///etc/passwd", "ftp://127.0.0.1/", "http://a\0b/",
            "http://127.0.0.1:99999/", "http://127.0.0.1/a\r\nX: y",
        ])
    func invalidURL(url: String) async throws {
        let error = try await failure(of: HTTPRequest(url: url))

        #expect(error.code == .invalidURL)
        #expect(!error.isTransient)
    }

    @Test(
        "a header or method that would smuggle a line is refused before anything is sent",
        arguments: [
            ("GET", "X-A", "a\r\nX-B: b"), ("GET", "X-A", "a\nb"), ("GET", "X-A\r\nX-B", "b"),
            ("GET", "", "b"),
            ("GET", "X A", "b"), ("GET / HTTP/1.1\r\nX", "X-A", "b"), ("", "X-A", "b"),
            ("GET", "X-A", "a\0b"),
        ])
    func smuggling(method: String, name: String, value: String) async throws {
        let server = try ScriptedServer.answering { _ in answer("") }

        let error = try await failure(
            of: HTTPRequest(method: method, url: server.url(), headers: [(name, value)]))

        #expect(error.code == .invalidRequest)
        #expect(server.connectionCount == 0)
    }

    @Test(
        "an error names host and port but no user, path or query",
        arguments: [
            "http://user:geheim@127.0.0.1:1/geheim?token=geheim#geheim", "gopher://geheim@h/geheim?geheim",
        ]
            + [
                "http://geheim:geheim@[/?token=geheim", "http://geheim@127.0.0.1:geheim/?geheim",
                "geheim geheim",
            ])
    func secretsStayOut(url: String) async throws {
        let error = try await failure(of: HTTPRequest(url: url, headers: [("X-Token", "geheim")]))

        #expect(!error.description.contains("geheim"))
        #expect(!error.description.contains("user"))
    }
}
