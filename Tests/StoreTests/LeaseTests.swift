import Domain
import Foundation
import Reports
import Store
import Synchronization
import Testing

@Suite("Leases")
struct LeaseTests {
    private let folder: TemporaryFolder
    private var path: String { folder.path + "/daihuo.sqlite" }

    init() throws { folder = try TemporaryFolder() }

    private func take(
        _ subjects: Set<Lease.Subject>, by verb: String = "run", patience: Duration = .zero,
        waiting: @Sendable (Notice) -> Void = { _ in }
    ) async throws -> [Lease] {
        try await Lease.take(
            subjects, Lease.Asking(path: path, verb: verb, patience: patience), waiting: waiting)
    }

    @Test(
        "whoever waits is told once who holds what, and in the end that it was in vain",
        arguments: [
            (Lease.Subject.seal, "数据库 %：正由 run（进程 #） 使用", "store %: in use by run (process #)"),
            (.account("商丘-1"), "账号 商丘-1：正由 run（进程 #） 使用", "account 商丘-1: in use by run (process #)"),
        ])
    func held(subject: Lease.Subject, chinese: String, english: String) async throws {
        func filled(_ text: String) -> String {
            text.replacing("%", with: path).replacing("#", with: "\(getpid())")
        }
        let leases = try await take([subject])
        let told = Mutex<[Notice]>([])
        let error = await #expect(throws: StoreError.self) {
            _ = try await take([subject], by: "post", patience: .milliseconds(250)) { notice in
                told.withLock { $0.append(notice) }
            }
        }
        withExtendedLifetime(leases) {}
        #expect(error?.kind == .busy)
        #expect(error?.notice.text(in: .chinese) == filled(chinese) + "；请等它结束后再运行一次")
        #expect(told.withLock { $0.map { $0.text(in: .english) } } == [filled(english) + "; waiting"])
    }

    @Test("accounts and the seal are held apart, and who gets one too few holds none")
    func apart() async throws {
        let first = try await take([.account("a"), .account("b")])
        let seal = try await take([.seal, .account("c")])
        await #expect(throws: StoreError.self) { _ = try await take([.account("b"), .account("d")]) }
        await #expect(throws: StoreError.self) { _ = try await take([.seal]) }
        _ = try await take([.account("d"), .opening])
        withExtendedLifetime((first, seal)) {}
    }

    @Test("what is let go of is there for whoever waits")
    func released() async throws {
        var leases = try await take([.seal])
        #expect(leases.count == 1)
        async let waited = take([.seal], patience: .seconds(300))
        try await Task.sleep(for: .milliseconds(150))
        leases = []
        #expect(try await waited.count == 1)
        #expect(leases.isEmpty)
    }

    @Test("a holder that has not written who it is, or wrote it otherwise, is another process")
    func unknownHolder() async throws {
        let leases = try await take([.seal])
        for note in ["", "run（进程 12）"] {
            try Data(note.utf8).write(to: URL(fileURLWithPath: path + ".leases/seal"))
            let error = await #expect(throws: StoreError.self) { _ = try await take([.seal], by: "post") }
            #expect(error?.notice.text(in: .english).contains("in use by another process;") == true)
        }
        withExtendedLifetime(leases) {}
    }

    @Test("a lease whose folder cannot be made is told with its path")
    func noFolder() async throws {
        let asking = Lease.Asking(path: path + "/x/y", verb: "run", patience: .zero)
        let error = await #expect(throws: StoreError.self) {
            _ = try await Lease.take([.seal], asking) { _ in }
        }
        #expect(error?.kind == .unreadable)
        #expect(error?.notice.text(in: .english).hasPrefix("lock file \(path)/x/y.leases/seal: ") == true)
    }
}
