import Foundation
import Glibc
import Synchronization
import Testing

@Suite("A proxy of the environment", .timeLimit(.minutes(20)))
struct ProxyTests {
    @Test(
        "sees nothing of what is asked of this machine, whatever its address is written as",
        arguments: ["127.0.0.1", "localhost", "127.1.2.3", "[::1]"])
    func loopback(_ host: String) throws {
        let proxy = try Proxy()
        let bureau = try Bureau()
        try bureau.edit("daihuo.yaml") {
            $0.replacingOccurrences(of: "http://127.0.0.1", with: "http://\(host)") + "# \(host)\n"
        }
        let result = try bureau.run(["check"], environment: proxy.environment)
        #expect(proxy.connectionCount == 0, "\(result.output)")
        // The server of this test listens at one address alone.
        if ["127.0.0.1", "localhost"].contains(host) { #expect(result.status == 0, "\(result.output)") }
    }

    @Test("is asked for every other host, unless the environment says not to")
    func otherHosts() throws {
        let proxy = try Proxy()
        let bureau = try Bureau()
        try bureau.edit("daihuo.yaml") {
            $0.replacingOccurrences(of: bureau.server.baseURL, with: "https://platform.invalid")
                .replacingOccurrences(of: "app_secret: secret", with: "app_secret: env:WORD")
                .replacingOccurrences(of: "access_token: token", with: "access_token: env:WORD")
        }
        func check(excepted hosts: String) throws -> DaihuoProcess.Result {
            let named = proxy.environment.merging(["WORD": "x", "no_proxy": hosts]) { $1 }
            return try DaihuoProcess.run(["--quiet", "check"], in: bureau.folder.url, environment: named)
        }
        let past = try check(excepted: "platform.invalid")
        #expect(proxy.connectionCount == 0 && past.status == 3, "\(past.output)\(past.complaints)")
        let through = try check(excepted: "other.invalid")
        #expect(proxy.connectionCount > 0 && through.status == 3, "\(through.output)\(through.complaints)")
    }
}

/// Something that listens where a proxy should be, counts who comes, and hangs up.
private final class Proxy: Sendable {
    let port: UInt16
    private let listener: Int32
    private let counter = Counter()

    private final class Counter: Sendable {
        let count = Atomic(0)
    }

    init() throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, size) == 0 && listen(listener, 64) == 0
                    && getsockname(listener, $0, &size) == 0
            }
        }
        try #require(isListening)
        port = UInt16(bigEndian: address.sin_port)
        self.listener = listener
        let counter = counter
        Thread.detachNewThread {
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { break }
                counter.count.add(1, ordering: .relaxed)
                close(connection)
            }
            close(listener)
        }
    }

    deinit { shutdown(listener, Int32(SHUT_RDWR)) }

    var connectionCount: Int { counter.count.load(ordering: .relaxed) }

    /// What names it to every client.
    var environment: [String: String] {
        let url = "http://127.0.0.1:\(port)"
        return ["http_proxy": url, "https_proxy": url, "all_proxy": url, "no_proxy": "", "NO_PROXY": ""]
    }
}
