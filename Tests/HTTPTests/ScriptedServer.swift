import Foundation
import Glibc
import Synchronization

/// A loopback server that runs a script over the raw bytes of each connection, on a thread of its own, and
/// closes the connection when the script returns.
final class ScriptedServer: Sendable {
    typealias Script = @Sendable (ScriptedConnection) -> Void

    let port: UInt16
    private let listener: Int32
    private let accepted: Accepted

    private final class Accepted: Sendable {
        let count = Atomic(0)
    }

    init(_ script: @escaping Script) throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        port = try Self.bindToFreePort(listener)
        guard listen(listener, 512) == 0 else { throw ScriptedServerError(step: "listen", number: errno) }
        let accepted = Accepted()
        self.listener = listener
        self.accepted = accepted
        Thread.detachNewThread {
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { break }
                accepted.count.add(1, ordering: .relaxed)
                Thread.detachNewThread {
                    script(ScriptedConnection(descriptor: connection))
                    close(connection)
                }
            }
            close(listener)
        }
    }

    deinit { shutdown(listener, Int32(SHUT_RDWR)) }

    var connectionCount: Int { accepted.count.load(ordering: .relaxed) }

    func url(_ path: String = "/") -> String { "http://127.0.0.1:\(port)\(path)" }

    /// Answers every request on a connection with what `answer` makes of it.
    static func answering(
        _ answer: @escaping @Sendable (ScriptedRequest) -> [UInt8]
    ) throws -> ScriptedServer {
        try ScriptedServer { connection in
            while let request = connection.readRequest() { connection.write(answer(request)) }
        }
    }

    /// A port on which nobody listens.
    static func refusingPort() throws -> UInt16 {
        let probe = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(probe) }
        return try bindToFreePort(probe)
    }

    private static func bindToFreePort(_ descriptor: Int32) throws -> UInt16 {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, size) == 0 && getsockname(descriptor, $0, &size) == 0
            }
        }
        guard isBound else { throw ScriptedServerError(step: "bind", number: errno) }
        return UInt16(bigEndian: address.sin_port)
    }
}

struct ScriptedServerError: Error {
    let step: String
    let number: Int32
}

struct ScriptedRequest: Sendable {
    /// Request line and headers, without the blank line.
    let head: String
    let body: [UInt8]

    var path: String { head.split(separator: " ").dropFirst().first.map(String.init) ?? "" }

    func header(_ name: String) -> String? {
        for line in head.split(separator: "\r\n").dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2, parts[0].lowercased() == name.lowercased() {
                return parts[1].trimmingCharacters(in: .whitespaces)
            }
        }
        return nil
    }
}

struct ScriptedConnection: Sendable {
    let descriptor: Int32

    /// The next request with its body; nil when the client has gone.
    func readRequest() -> ScriptedRequest? {
        var bytes: [UInt8] = []
        while true {
            if let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) {
                let head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
                let length =
                    ScriptedRequest(head: head, body: []).header("Content-Length").flatMap(Int.init) ?? 0
                while bytes.count - end.upperBound < length {
                    guard let more = read() else { return nil }
                    bytes += more
                }
                return ScriptedRequest(head: head, body: Array(bytes[end.upperBound...]))
            }
            guard let more = read() else { return nil }
            bytes += more
        }
    }

    /// Some bytes; nil at the end of the connection.
    func read() -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        return count > 0 ? Array(buffer[..<count]) : nil
    }

    /// Writes all bytes; false when the client has gone.
    @discardableResult
    func write(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    /// Waits until the client has closed the connection.
    func waitForEnd() {
        while read() != nil {}
    }

    /// Makes the closing that follows a reset instead of an orderly end.
    func resetAtClose() {
        var linger = Glibc.linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<Glibc.linger>.size))
    }
}

/// A complete answer with its Content-Length.
func answer(_ body: [UInt8], status: String = "200 OK", headers: [String] = []) -> [UInt8] {
    let lines = ["HTTP/1.1 \(status)", "Content-Length: \(body.count)"] + headers
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
}

func answer(_ body: String, status: String = "200 OK", headers: [String] = []) -> [UInt8] {
    answer(Array(body.utf8), status: status, headers: headers)
}
