import HTTP
import Testing

@Suite("HTTPClient, exchanges", .timeLimit(.minutes(20)))
struct HTTPClientExchangeTests {
    let client: HTTPClient

    init() throws { client = try HTTPClient(configuration: HTTPConfiguration(userAgent: "daihuo-test")) }

    @Test("an answer comes with status, headers in any case, and body with room for padding")
    func answerIsComplete() async throws {
        let page = [UInt8]((0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) })
        let server = try ScriptedServer.answering { _ in
            answer(page, status: "429 Slow Down", headers: ["Retry-After:  7 ", "X-Empty:"])
        }

        let response = try await client.send(HTTPRequest(url: server.url("/orders?page=1")))

        #expect(response.status == 429)
        #expect(response.header("retry-after") == "7")
        #expect(response.header("X-EMPTY") == "")
        #expect(response.header("Retry") == nil)
        #expect(response.body == page)
        #expect(response.body.capacity - response.body.count >= 64)
    }

    @Test("an answer without length ends with its connection", arguments: [0, 1, 65_536])
    func answerWithoutLength(count: Int) async throws {
        let server = try ScriptedServer { connection in
            _ = connection.readRequest()
            connection.write(Array("HTTP/1.1 200 OK\r\n\r\n".utf8) + [UInt8](repeating: 7, count: count))
        }

        let response = try await client.send(HTTPRequest(url: server.url()))

        #expect(response.body == [UInt8](repeating: 7, count: count))
        #expect(response.body.capacity - response.body.count >= 64)
    }

    @Test("chunks are joined and an interim head is dropped")
    func chunkedAnswer() async throws {
        let server = try ScriptedServer.answering { _ in
            Array(
                """
                HTTP/1.1 103 Early Hints\r\nX-Hint: a\r\n\r\n\
                HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n
                """.utf8)
        }

        let response = try await client.send(HTTPRequest(url: server.url()))

        #expect(response.status == 200)
        #expect(response.header("X-Hint") == nil)
        #expect(response.body == Array("abcde".utf8))
    }

    @Test("requests one after another use one connection")
    func keepAlive() async throws {
        let server = try ScriptedServer.answering { answer($0.path) }

        for number in 0..<20 {
            let response = try await client.send(HTTPRequest(url: server.url("/\(number)")))
            #expect(response.body == Array("/\(number)".utf8))
        }

        #expect(server.connectionCount == 1)
    }

    @Test("a kept connection that the server closed is replaced")
    func staleConnection() async throws {
        let server = try ScriptedServer { connection in
            guard let request = connection.readRequest() else { return }
            connection.write(answer(request.path))
        }

        for path in ["/a", "/b", "/c"] {
            let response = try await client.send(HTTPRequest(url: server.url(path)))
            #expect(response.body == Array(path.utf8))
        }

        #expect(server.connectionCount == 3)
    }

    @Test("200 requests at once get their own answers over few connections")
    func manyAtOnce() async throws {
        let server = try ScriptedServer.answering { answer(String(repeating: $0.path, count: 1000)) }
        let client = client

        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<200 {
                let url = server.url("/\(number)")
                group.addTask {
                    let response = try await client.send(HTTPRequest(url: url))
                    #expect(response.body == Array(String(repeating: "/\(number)", count: 1000).utf8))
                }
            }
            try await group.waitForAll()
        }

        #expect((1...8).contains(server.connectionCount))
    }

    @Test("a body arrives byte by byte and nothing is invented", arguments: ["POST", "PUT", "GET"])
    func bodyArrives(method: String) async throws {
        let body = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7 ^ $0 >> 8) }
        let server = try ScriptedServer.answering { request in
            answer(request.body, headers: ["X-Head: \(request.head.replacing("\r\n", with: "|"))"])
        }

        let response = try await client.send(
            HTTPRequest(
                method: method, url: server.url("/a"), headers: [("X-Sign", "ab=+/"), ("X-Empty", "")],
                body: body))

        #expect(response.body == body)
        let head = try #require(response.header("X-Head"))
        #expect(head.hasPrefix("\(method) /a HTTP/1.1|"))
        #expect(head.contains("|X-Sign: ab=+/|X-Empty:|"))
        #expect(head.contains("|User-Agent: daihuo-test|"))
        #expect(!head.contains("Expect:"))
        #expect(!head.contains("Content-Type:"))
    }

    @Test("a content type is sent as given")
    func contentType() async throws {
        let server = try ScriptedServer.answering { answer($0.header("Content-Type") ?? "none") }

        let response = try await client.send(
            HTTPRequest(
                method: "POST", url: server.url(), headers: [("content-type", "application/json")],
                body: Array("{}".utf8)))

        #expect(response.body == Array("application/json".utf8))
    }

    @Test("a POST without body says so")
    func emptyPost() async throws {
        let server = try ScriptedServer.answering { answer($0.header("Content-Length") ?? "none") }

        let response = try await client.send(HTTPRequest(method: "POST", url: server.url()))

        #expect(response.body == Array("0".utf8))
    }

    @Test("nothing of a request is left in the next one on the same handle")
    func handlesAreClean() async throws {
        let server = try ScriptedServer.answering { answer($0.head.replacing("\r\n", with: "|")) }

        _ = try await client.send(
            HTTPRequest(method: "PUT", url: server.url(), headers: [("X-Once", "1")], body: [1, 2, 3]))
        let response = try await client.send(HTTPRequest(url: server.url("/next")))

        let head = String(decoding: response.body, as: UTF8.self)
        #expect(head.hasPrefix("GET /next HTTP/1.1|"))
        #expect(!head.contains("X-Once"))
        #expect(!head.contains("Content-Length"))
    }

    @Test("the answer to HEAD has no body")
    func headRequest() async throws {
        let server = try ScriptedServer.answering { _ in Array(answer("").prefix(17)) + longHead }

        let response = try await client.send(HTTPRequest(method: "HEAD", url: server.url()))

        #expect(response.header("Content-Length") == "999999999")
        #expect(response.body == [])
    }

    @Test("gzip is decoded")
    func gzipIsDecoded() async throws {
        let packed = try await shell("printf 'aabbcc' | gzip")
        let server = try ScriptedServer.answering { request in
            answer(
                packed,
                headers: ["Content-Encoding: gzip", "X-Accept: \(request.header("Accept-Encoding") ?? "")"])
        }

        let response = try await client.send(HTTPRequest(url: server.url()))

        #expect(response.body == Array("aabbcc".utf8))
        #expect(response.header("X-Accept")?.contains("gzip") == true)
    }

    /// "aabbcc" in a block that is not compressed (RFC 7932, RFC 8878), so that no packer need be installed.
    private static let packed: [(encoding: String, bytes: [UInt8])] = [
        ("br", [0x50, 0x00, 0x10] + Array("aabbcc".utf8) + [0x03]),
        ("zstd", [0x28, 0xB5, 0x2F, 0xFD, 0x20, 0x06, 0x31, 0x00, 0x00] + Array("aabbcc".utf8)),
    ]

    @Test("brotli and zstd are asked for and decoded", arguments: packed)
    func otherEncodingsAreDecoded(encoding: String, bytes: [UInt8]) async throws {
        let server = try ScriptedServer.answering { request in
            answer(
                bytes,
                headers: [
                    "Content-Encoding: \(encoding)", "X-Accept: \(request.header("Accept-Encoding") ?? "")",
                ])
        }

        let response = try await client.send(HTTPRequest(url: server.url()))

        #expect(response.body == Array("aabbcc".utf8))
        #expect(response.header("X-Accept")?.contains(encoding) == true)
    }

    @Test("a body that is not what its encoding says is refused", arguments: ["gzip", "br", "zstd"])
    func brokenEncoding(encoding: String) async throws {
        let server = try ScriptedServer.answering { _ in
            answer([UInt8](repeating: 0xFF, count: 12), headers: ["Content-Encoding: \(encoding)"])
        }
        await #expect(throws: HTTPError.self) { try await client.send(HTTPRequest(url: server.url())) }
    }
}

private let longHead = Array("Content-Length: 999999999\r\n\r\n".utf8)
