import HTTP
import Testing

@Suite("HTTPClient, redirects", .timeLimit(.minutes(20)))
struct HTTPClientRedirectTests {
    let client: HTTPClient

    init() throws { client = try HTTPClient(configuration: HTTPConfiguration()) }

    /// Sends every path to `target`, and answers `/end` with a page.
    private func server(redirectingTo target: String) throws -> ScriptedServer {
        try ScriptedServer.answering { request in
            request.path == "/end"
                ? answer("the end") : answer("moved", status: "302 Found", headers: ["Location: \(target)"])
        }
    }

    @Test("a redirect is an answer like any other unless following is asked for")
    func notFollowed() async throws {
        let server = try server(redirectingTo: "/end")

        let response = try await client.send(HTTPRequest(url: server.url("/start")))

        #expect(response.status == 302)
        #expect(response.header("Location") == "/end")
        #expect(response.body == Array("moved".utf8))
    }

    @Test("a redirect is followed when asked, and only the last answer counts")
    func followed() async throws {
        let server = try server(redirectingTo: "/end")

        let response = try await client.send(HTTPRequest(url: server.url("/start"), followsRedirects: true))

        #expect(response.status == 200)
        #expect(response.header("Location") == nil)
        #expect(response.body == Array("the end".utf8))
    }

    @Test(
        "a redirect away from http(s) is refused",
        arguments: ["file:///etc/passwd", "ftp://127.0.0.1/a?geheim"])
    func otherSchemes(target: String) async throws {
        let server = try server(redirectingTo: target)

        let error = await #expect(throws: HTTPError.self) {
            try await client.send(HTTPRequest(url: server.url("/start"), followsRedirects: true))
        }

        #expect(error?.code == .invalidURL)
        #expect(error?.detail.contains("geheim") == false)
    }

    @Test("redirects in a circle end after five")
    func circle() async throws {
        let server = try server(redirectingTo: "/start")

        let error = await #expect(throws: HTTPError.self) {
            try await client.send(HTTPRequest(url: server.url("/start"), followsRedirects: true))
        }

        #expect(error?.code == .other(curl: 47))
    }
}
