import ChildProcesses
import Foundation
import Glibc
import HTTP
import Testing

@Suite("HTTPClient, trust", .timeLimit(.minutes(20)))
final class HTTPClientTrustTests {
    private let folder: URL
    private let server: pid_t
    private let port: Int

    init() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "daihuo-tls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        _ = try await shell(
            """
            new='openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2'
            $new -subj '/CN=private authority' -keyout ca.key -out ca.pem
            $new -subj '/CN=other authority' -keyout other.key -out other.pem
            $new -subj '/CN=server' -addext 'subjectAltName=IP:127.0.0.1' \
                -addext 'basicConstraints=critical,CA:FALSE' -CA ca.pem -CAkey ca.key \
                -keyout server.key -out server.pem
            """, in: folder)
        self.folder = folder
        (server, port) = try await onOwnThread { try Self.startServer(in: folder) }
    }

    deinit {
        // The child inherits the blocked signals of the thread that started it, SIGTERM among them.
        kill(server, SIGKILL)
        try? FileManager.default.removeItem(at: folder)
    }

    private static func startServer(in folder: URL) throws -> (pid_t, port: Int) {
        let server = ChildProcess()
        let output = Pipe()
        server.executableURL = URL(filePath: "/usr/bin/env")
        server.arguments =
            ["openssl", "s_server", "-accept", "127.0.0.1:0", "-www"] + [
                "-cert", "server.pem", "-key", "server.key",
            ]
        server.currentDirectoryURL = folder
        server.standardInput = FileHandle.nullDevice
        server.standardOutput = output
        server.standardError = FileHandle.nullDevice
        try server.run()
        var text = ""
        while true {
            let bytes = output.next()
            text += String(decoding: bytes, as: UTF8.self)
            if let match = text.firstMatch(of: /ACCEPT 127\.0\.0\.1:([0-9]+)\n/), let port = Int(match.1) {
                return (server.processIdentifier, port)
            }
            guard !bytes.isEmpty else { throw ShellError(script: "openssl s_server") }
        }
    }

    private func client(caFile: String?) throws -> HTTPClient {
        try HTTPClient(
            configuration: HTTPConfiguration(caFile: caFile.map { folder.appending(path: $0).path }))
    }

    @Test("a server of a private authority is trusted through its file")
    func privateAuthority() async throws {
        let response = try await client(caFile: "ca.pem").send(HTTPRequest(url: "https://127.0.0.1:\(port)/"))

        #expect(response.status == 200)
        #expect(String(decoding: response.body, as: UTF8.self).contains("s_server"))
    }

    @Test("without its file, or with another, it is refused", arguments: [nil, "other.pem"])
    func strangeAuthority(caFile: String?) async throws {
        let client = try client(caFile: caFile)

        let error = await #expect(throws: HTTPError.self) {
            try await client.send(HTTPRequest(url: "https://127.0.0.1:\(self.port)/?token=geheim"))
        }

        #expect(error?.code == .tls)
        #expect(error?.isTransient == false)
        #expect(error?.detail.contains("geheim") == false)
    }

    @Test("a certificate for another host is refused")
    func otherHost() async throws {
        let client = try client(caFile: "ca.pem")

        let error = await #expect(throws: HTTPError.self) {
            try await client.send(HTTPRequest(url: "https://localhost:\(self.port)/"))
        }

        #expect(error?.code == .tls)
    }

    @Test("a file of authorities that is missing is reported at once")
    func missingFile() {
        let error = #expect(throws: HTTPError.self) { try client(caFile: "none.pem") }

        #expect(error?.code == .tls)
        #expect(error?.detail.contains("none.pem") == true)
    }
}
