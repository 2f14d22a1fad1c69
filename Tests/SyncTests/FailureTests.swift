import Domain
import HTTP
import Reports
import Testing

@testable import Sync

@Suite("Why a page could not be read")
struct FailureTests {
    @Test(
        "every status but success is told in both languages, with its number",
        arguments: [100, 304, 400, 401, 403, 404, 408, 425, 429, 500, 502, 503])
    func status(_ status: Int) throws {
        let advice = try #require(PageFailure(status: status)).advice
        #expect(advice.text(in: .chinese).contains(try Regex("HTTP \(status)(?![0-9])")))
        #expect(advice.text(in: .english).contains(try Regex("HTTP \(status)(?![0-9])")))
        expectEnglish(advice)
    }

    @Test(
        "every failure of an exchange is told in both languages, with the place and without the detail",
        arguments: [
            HTTPError.Code.cannotResolve, .cannotConnect, .timedOut, .stalled, .tls, .bodyTooLarge,
            .bodyCutShort,
            .reset, .invalidURL, .invalidRequest, .cancelled, .other(curl: 99),
        ])
    func exchange(_ code: HTTPError.Code) {
        let advice = PageFailure(HTTPError(code: code, place: "example.com:443", detail: "Details of it"))
            .advice
        #expect(
            advice.text(in: .chinese).contains("example.com:443：")
                || advice.text(in: .chinese).contains("：example.com:443"))
        #expect(!advice.text(in: .english).contains("Details"))
        expectEnglish(advice)
    }

    @Test("how long the platform asks to wait is told in both languages, with what it answered")
    func pauses() throws {
        let now = Instant(seconds: 1_672_329_600)
        let end = ContinuousClock.now.advanced(by: .seconds(3_630))
        let asked = try #require(PageFailure(status: 429)).asking(.seconds(3_630)).pausing(
            until: end, at: now)
        #expect(asked.advice.text(in: .chinese).contains("HTTP 429"))
        for advice in [asked.advice, PageFailure(held: end, at: now).advice] {
            #expect(advice.text(in: .chinese).contains("平台要求等到 2022-12-30 01:00:"))
            expectEnglish(advice)
        }
        let own = try #require(PageFailure(status: 429)).pausing(until: end, at: now)
        #expect(!own.advice.text(in: .chinese).contains("要求"))
    }

    @Test("an account's failure tells account, place and advice")
    func account() {
        let failure = SyncError(
            account: "a", place: Notice("sync.window", "orders", "x", "y"),
            advice: Notice("sync.patience_ended", Notice("sync.cancelled"), 3))
        #expect(failure.notice.text(in: .chinese) == "账号 a，订单 x 至 y：已取消；已重试 3 次，本次放弃，下次同步从这里继续")
        expectEnglish(failure.notice)
    }

    @Test(
        "every doubt is told in both languages, with what was seen and of how many",
        arguments: [
            WindowDoubt.totalChanged(from: 250, to: 249), .countDiffers, .nothingNew, .circle, .endless,
            .rowsMoved,
        ])
    func doubt(_ doubt: WindowDoubt) throws {
        for total in [nil, 777] {
            let verdict = WindowVerdict(
                reading: 1, doubt: doubt, rowsSeen: 555, total: total, askedAt: Instant(seconds: 0),
                serverAt: nil)
            let notice = Notice("sync.unproved", try #require(verdict.notice), 21)
            for text in [notice.text(in: .chinese), notice.text(in: .english)] {
                #expect(text.contains("555") && text.contains("777") == (total != nil) && text.contains("21"))
            }
            expectEnglish(notice)
        }
    }

    private func expectEnglish(_ notice: Notice) {
        let text = notice.text(in: .english)
        #expect(text.allSatisfy(\.isASCII) && !text.contains("{"), "\(text)")
    }
}
