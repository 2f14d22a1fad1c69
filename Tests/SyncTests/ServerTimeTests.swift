import Domain
import Testing

@testable import Sync

@Suite("The platform's clock")
struct ServerTimeTests {
    @Test("a page tells when the platform answered it, by the platform's own clock")
    func date() async throws {
        let page = try await AnswerServer(
            .init(headers: ["Date": "Fri, 30 Dec 2022 01:00:00 GMT"], body: AnswerServer.emptyPage)
        ).page()
        #expect(page.serverTime == Instant(seconds: 1_672_362_000))
        #expect(page.fetchedAt == RowServer.now)
    }

    @Test("what cannot be read of it says nothing")
    func unreadable() async throws {
        let page = try await AnswerServer(
            .init(headers: ["Date": "yesterday"], body: AnswerServer.emptyPage)
        ).page()
        #expect(page.serverTime == nil)
    }
}
