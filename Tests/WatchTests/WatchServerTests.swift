import Domain
import Foundation
import HTTP
import Reports
import Synchronization
import Testing

@testable import Service

@Suite("What a watching machine is answered", .timeLimit(.minutes(5)))
struct WatchServerTests {
    private static func server(
        port: Int = 0, beatAgo: Duration = .zero, obstacles: [Notice] = [], metrics: String = "a 1\n"
    ) -> WatchServer {
        WatchServer(
            port: port, language: .english, heartbeat: { .now - beatAgo }, readiness: { obstacles },
            metrics: { metrics })
    }

    /// Asks a server while it runs, then stops it.
    private static func asking<Value: Sendable>(
        _ server: WatchServer, _ body: @escaping @Sendable (HTTPClient, Int) async throws -> Value
    ) async throws -> Value {
        let (ports, listening) = AsyncStream<Int>.makeStream()
        return try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask {
                try await server.run { listening.yield($0) }
                return nil
            }
            group.addTask {
                guard let port = await ports.first(where: { _ in true }) else { return nil }
                return try await body(try HTTPClient(configuration: HTTPConfiguration()), port)
            }
            defer { group.cancelAll() }
            while let value = try await group.next() { if let value { return value } }
            throw CancellationError()
        }
    }

    private static func get(
        _ server: WatchServer, _ path: String, method: String = "GET"
    ) async throws -> (status: Int, text: String, HTTPResponse) {
        try await asking(server) { client, port in
            let request = HTTPRequest(method: method, url: "http://127.0.0.1:\(port)\(path)")
            let response = try await client.send(request)
            return (response.status, String(decoding: response.body, as: UTF8.self), response)
        }
    }

    @Test(
        "a loop that went round a moment ago is alive; one that has not for five minutes is told with its seconds"
    )
    func health() async throws {
        #expect(try await Self.get(Self.server(beatAgo: .seconds(290)), "/healthz").text == "ok\n")
        let (status, text, _) = try await Self.get(Self.server(beatAgo: .seconds(301)), "/healthz")
        #expect(status == 503 && text.hasPrefix("nothing has moved for 301 seconds;"), "\(text)")
    }

    @Test("whoever cannot work says why, one line each")
    func readiness() async throws {
        #expect(try await Self.get(Self.server(), "/readyz").status == 200)
        let obstacles = [Notice("backup.no_batch"), Notice("alarm.status", 418)]
        let (status, text, _) = try await Self.get(Self.server(obstacles: obstacles), "/readyz")
        #expect(status == 503 && text == "nothing has been booked yet\nHTTP 418 was answered\n")
    }

    @Test("metrics come in their own media type, and HEAD is told their length without them")
    func metrics() async throws {
        let (status, text, response) = try await Self.get(Self.server(), "/metrics?name=x")
        #expect(status == 200 && text == "a 1\n")
        #expect(response.header("Content-Type") == "text/plain; version=0.0.4; charset=utf-8")
        let head = try await Self.get(Self.server(), "/metrics", method: "HEAD")
        #expect(head.status == 200 && head.text.isEmpty && head.2.header("Content-Length") == "4")
    }

    @Test(
        "there is nothing else",
        arguments: ["/", "/metrics/", "/healthz/x", "/..", "//metrics", "/%6Detrics"])
    func otherPaths(path: String) async throws {
        #expect(try await Self.get(Self.server(), path).status == 404)
    }

    @Test(
        "whoever wants to change something is told what may be asked", arguments: ["POST", "PUT", "DELETE"])
    func otherMethods(method: String) async throws {
        let (status, _, response) = try await Self.get(Self.server(), "/readyz", method: method)
        #expect(status == 405 && response.header("Allow") == "GET, HEAD")
    }

    @Test("nobody outside this machine is listened to: one socket, on 127.0.0.1")
    func loopback() async throws {
        let listening = try await Self.asking(Self.server()) { _, port in
            try Self.listening(on: port)
        }
        #expect(listening.map { $0.prefix { $0 != ":" } } == ["0100007F"])
    }

    /// The local addresses of the sockets that listen on a port, as the kernel writes them.
    private static func listening(on port: Int) throws -> [String] {
        let ending = ":" + String(port, radix: 16, uppercase: true)
        var addresses: [String] = []
        for file in ["/proc/net/tcp", "/proc/net/tcp6"] {
            let table = try FileHandle(forReadingFrom: URL(filePath: file)).readToEnd() ?? Data()
            for line in String(decoding: table, as: UTF8.self).split(separator: "\n") {
                let words = line.split(separator: " ")
                // 0A: it listens.
                if words[3] == "0A", words[1].hasSuffix(ending) { addresses.append(String(words[1])) }
            }
        }
        return addresses
    }

    @Test("a port that another has is told in one sentence")
    func taken() async throws {
        let error = try await Self.asking(Self.server()) { _, port in
            await #expect(throws: ServiceError.self) { try await Self.server(port: port).run() }
        }
        #expect(error?.exitCode == .usage && error?.notices.map(\.code) == ["watch.no_port"])
    }

    @Test("a scrape that takes its time keeps nobody else waiting, and the end of the task ends the server")
    func slow() async throws {
        let server = WatchServer(
            port: 0, language: .english, heartbeat: { .now }, readiness: { [] },
            metrics: {
                try? await Task.sleep(for: .seconds(3600))
                return ""
            })
        try await Self.asking(server) { client, port in
            let slow = Task { try await client.send(HTTPRequest(url: "http://127.0.0.1:\(port)/metrics")) }
            for _ in 0..<5 {
                let answer = try await client.send(HTTPRequest(url: "http://127.0.0.1:\(port)/healthz"))
                #expect(answer.status == 200)
            }
            slow.cancel()
        }
    }
}
