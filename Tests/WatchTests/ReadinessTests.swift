import Domain
import Foundation
import Reports
import Store
import Synchronization
import Testing

@testable import Service

@Suite("Whether a workplace can work")
struct ReadinessTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("a store that is only to be made is no obstacle, nor is one that is there")
    func ready() async throws {
        let workplace = try Workplace.written(in: folder)
        #expect(await workplace.obstacles().isEmpty)
        _ = try OrderStore(path: workplace.settings.storePath)
        #expect(await workplace.obstacles().isEmpty)
    }

    @Test("a file that is no store, and a secret that is gone, are told each in its sentence")
    func obstacles() async throws {
        let workplace = try Workplace.written(in: folder, secret: "env:SECRET", environment: ["SECRET": "x"])
        #expect(await workplace.obstacles().isEmpty)
        try Data(repeating: 65, count: 5_000).write(to: URL(filePath: workplace.settings.storePath))
        let without = try Workplace.written(in: folder, secret: "env:SECRET")
        let told = await without.obstacles().map { $0.text(in: .english) }
        #expect(told.count == 2 && told[0].contains("SECRET") && told[1].contains("s.sqlite"), "\(told)")
    }

    @Test("a webhook is there where the configuration names one, and its address is read for each alarm")
    func webhook() async throws {
        #expect(try Workplace.written(in: folder).webhook(in: .english) == nil)
        let file = folder.url.appending(path: "hook")
        let alarm = Alarm(
            subject: .init(.storeFailed), state: .raised, level: .error, since: Instant(seconds: 0),
            what: Notice("backup.no_batch"))
        let workplace = try Workplace.written(in: folder, "alarms: {webhook: file:hook, after: 5}")
        #expect(workplace.settings.alarms.rules.failuresMax == 5)
        let webhook = try #require(try workplace.webhook(in: .english))
        let missing = try #require(await webhook.post(alarm))
        #expect(missing.text(in: .english).contains("hook"))
        let asked = Mutex(0)
        try await Loopback.answer(
            with: { _ in
                asked.withLock { $0 += 1 }
                return 200
            },
            while: { address in
                try Data("\(address)/x\n".utf8).write(to: file)
                try FileManager.default.setAttributes(
                    [.posixPermissions: 0o600], ofItemAtPath: file.path(percentEncoded: false))
                #expect(await webhook.post(alarm) == nil)
            })
        // An answer that a busy machine holds up is asked for again.
        #expect(asked.withLock { $0 } >= 1)
    }
}
