import Domain
import Foundation
import Platforms
import Testing

@testable import Sync

@Suite("What follows of the tokens that are kept")
struct KeptTokenTests {
    private static let start = Instant(seconds: 1_672_329_600)
    private static let once = TokenRules(isSingleUse: true, asksAfterLostAnswer: 1)

    private static func kept(
        life seconds: Int64?, refresh: Int64? = nil, _ edit: (inout KeptToken) -> Void = { _ in }
    ) -> KeptToken {
        var kept = KeptToken(
            IssuedToken(
                accessToken: "a", refreshToken: "r", accessUntil: seconds.map { at($0) },
                refreshUntil: refresh.map { at($0) }), at: start, begunWith: "")
        edit(&kept)
        return kept
    }

    private static func at(_ seconds: Int64) -> Instant { start.advanced(byMilliseconds: seconds * 1000) }

    @Test(
        "another pair is asked for when a tenth of the life is left, or 5 minutes, but at most a quarter",
        arguments: [
            (life: Int64(604_800), firstAsk: Int64(544_320)), (172_800, 155_520), (7_200, 6_480),
            (1_800, 1_500), (1_200, 900), (600, 450), (3, 3),
        ])
    func margin(life: Int64, firstAsk: Int64) {
        let kept = Self.kept(life: life)
        #expect(kept.step(at: Self.at(firstAsk - 1), Self.once) == .use)
        #expect(
            kept.step(at: Self.at(firstAsk), Self.once) == .ask(isNeeded: firstAsk >= life), "\(firstAsk)")
        #expect(kept.step(at: Self.at(life), Self.once) == .ask(isNeeded: true))
    }

    @Test("a platform that gives another pair only within the last hour is not asked before")
    func hour() {
        let rules = TokenRules(isSingleUse: true, asksAfterLostAnswer: 1, renewsWithinSeconds: 3_000)
        let kept = Self.kept(life: 604_800)
        #expect(kept.step(at: Self.at(604_800 - 3_001), rules) == .use)
        #expect(kept.step(at: Self.at(604_800 - 3_000), rules) == .ask(isNeeded: false))
    }

    @Test("of a token whose end nobody knows the platform's word is waited for")
    func unknownEnd() {
        let kept = KeptToken(accessToken: "a", refreshToken: "r", begunWith: "")
        #expect(kept.step(at: Self.start, Self.once) == .use)
        #expect(kept.step(at: Self.start, Self.once, rejected: "a") == .ask(isNeeded: true))
        #expect(kept.step(at: Self.start, Self.once, rejected: "older") == .use)
        #expect(
            KeptToken(accessToken: "", refreshToken: "r", begunWith: "").step(at: Self.start, Self.once)
                == .ask(isNeeded: true))
    }

    @Test(
        "a refresh token that is of no use is not sent, and the access token is used to its end",
        arguments: [KeptToken.Ending.refused, .unanswered, .none, .expired])
    func useless(ending: KeptToken.Ending) {
        let kept = Self.kept(life: 1_000) { kept in
            switch ending {
            case .refused: kept.isRefused = true
            case .unanswered: kept.asks = 2
            case .none: kept.refreshToken = ""
            case .expired: kept.refreshUntil = Self.at(500)
            }
        }
        #expect(kept.step(at: Self.at(900), Self.once) == .use)
        #expect(kept.step(at: Self.at(1_000), Self.once) == .authorise(ending))
        #expect(kept.step(at: Self.at(900), Self.once, rejected: "a") == .authorise(ending))
    }

    @Test("a refresh token that works any number of times is asked with as often as needed")
    func manyTimes() {
        let rules = TokenRules(isSingleUse: false, asksAfterLostAnswer: 0)
        let kept = Self.kept(life: 1_000) { $0.asks = 100 }
        #expect(kept.step(at: Self.at(1_000), rules) == .ask(isNeeded: true))
        let renewed = kept.renewed(
            by: IssuedToken(accessToken: "b", refreshToken: nil, accessUntil: nil, refreshUntil: nil),
            at: Self.start)
        #expect(renewed.accessToken == "b" && renewed.refreshToken == "r" && renewed.asks == 0)
    }

    @Test(
        "what is kept comes back from its JSON as it was, and neither a text nor a dump of it shows a token")
    func json() throws {
        let kept = Self.kept(life: 1_000, refresh: 5_000) {
            $0.asks = 1
            $0.askedAt = Self.at(7)
        }
        #expect(try JSONDecoder().decode(KeptToken.self, from: JSONEncoder().encode(kept)) == kept)
        let secret = Self.kept(life: 1_000) { ($0.accessToken, $0.refreshToken) = ("SECRET-1", "SECRET-2") }
        var shown = "\(secret) \(String(reflecting: secret))"
        dump(secret, to: &shown)
        dump(TokenGrant.refresh("SECRET-3"), to: &shown)
        dump(
            IssuedToken(
                accessToken: "SECRET-4", refreshToken: "SECRET-5", accessUntil: nil, refreshUntil: nil),
            to: &shown)
        #expect(!shown.contains("SECRET"), "\(shown)")
    }
}
