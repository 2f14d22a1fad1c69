import Domain
import Foundation
import Reports
import Testing

@testable import Service

@Suite("What is an alarm, and when it is told")
struct AlarmBookTests {
    private static let start = Instant(seconds: 1_672_329_600)

    private static func minutes(_ count: Int) -> Instant {
        start.advanced(byMilliseconds: Int64(count) * 60_000)
    }

    /// What is told at each of these minutes, as `raised account_failed a`.
    private static func told(
        _ facts: inout AlarmFacts, _ book: inout AlarmBook, at minute: Int
    ) -> [String] {
        book.decide(facts, at: minutes(minute)).map { alarm in
            ["\(alarm.state)", alarm.subject.kind.rawValue, alarm.subject.account].compactMap(\.self)
                .joined(separator: " ")
        }
    }

    private var book = AlarmBook(rules: AlarmRules())
    private var facts = AlarmFacts(
        accounts: [AlarmFacts.Account("a", every: .seconds(900), readAt: AlarmBookTests.start)])

    /// What was told last has reached somebody.
    private mutating func reach(at minute: Int) {
        for kind in [Alarm.Kind.accountSilent, .tokenEnds] {
            let alarm = Alarm(
                subject: .init(kind, account: "a"), state: .raised, level: .error,
                since: Self.minutes(minute),
                what: Notice("verbatim"))
            book.note(alarm, hasReached: true)
        }
    }

    private mutating func told(at minute: Int) -> [String] { Self.told(&facts, &book, at: minute) }

    @Test(
        "an account that fails three times in a row is told once, again a day later, and once when it is read again"
    )
    mutating func failing() {
        for (minute, expected) in [(15, []), (30, []), (45, ["raised account_failed a"]), (60, [])] {
            facts.accounts[0].noteTurn(failure: Notice("sync.timed_out"), at: Self.minutes(minute))
            #expect(told(at: minute) == expected, "\(minute)")
        }
        // It is silent, too, by now: that is the same thing.
        #expect(told(at: 200) == [])
        #expect(told(at: 45 + 1439) == [])
        #expect(told(at: 45 + 1440) == ["repeated account_failed a"])
        facts.accounts[0].noteTurn(failure: nil, at: Self.minutes(1500))
        #expect(told(at: 1500) == ["over account_failed a"])
        #expect(told(at: 1501) == [])
    }

    @Test("an account that another process reads is not silent, and one that it read before is")
    mutating func elsewhere() {
        for minute in stride(from: 10, through: 600, by: 10) {
            facts.accounts[0].noteReadElsewhere(at: Self.minutes(min(minute - 5, 300)))
            #expect(told(at: minute) == (minute == 370 ? ["raised account_silent a"] : []), "\(minute)")
        }
    }

    @Test("a success between them begins the count anew")
    mutating func notInARow() {
        for minute in [1, 2, 4, 5] {
            facts.accounts[0].noteTurn(failure: Notice("sync.timed_out"), at: Self.minutes(minute))
            if minute == 2 { facts.accounts[0].noteTurn(failure: nil, at: Self.minutes(3)) }
            #expect(told(at: minute) == [])
        }
    }

    @Test(
        "an account that is read once a day is told when it has failed for a day, however few turns that were"
    )
    mutating func failingLong() {
        facts.accounts[0] = AlarmFacts.Account("a", every: .seconds(86_400), readAt: Self.start)
        facts.accounts[0].noteTurn(failure: Notice("sync.timed_out"), at: Self.start)
        #expect(told(at: 1440) == [])
        #expect(told(at: 1441) == ["raised account_failed a"])
    }

    @Test(
        "an account is silent after three of its beats, but never before an hour has passed",
        arguments: [(60, 60), (900, 60), (1800, 90), (86_400, 4320)])
    mutating func silent(everySeconds: Int, minutes: Int) {
        facts.accounts[0] = AlarmFacts.Account("a", every: .seconds(everySeconds), readAt: Self.start)
        #expect(told(at: minutes) == [])
        #expect(told(at: minutes + 1) == ["raised account_silent a"])
        facts.accounts[0].noteTurn(failure: nil, at: Self.minutes(minutes + 2))
        #expect(told(at: minutes + 2) == ["over account_silent a"])
    }

    @Test("one that was silent and then fails is told of both, and is over when both are")
    mutating func silentThenFailing() {
        #expect(told(at: 61) == ["raised account_silent a"])
        for minute in 62...64 {
            facts.accounts[0].noteTurn(failure: Notice("sync.timed_out"), at: Self.minutes(minute))
        }
        #expect(told(at: 64) == ["raised account_failed a"])
        // The silence is not told again beside the failing.
        #expect(told(at: 61 + 1440) == [])
        facts.accounts[0].noteTurn(failure: nil, at: Self.minutes(1502))
        #expect(told(at: 1502) == ["over account_failed a", "over account_silent a"])
    }

    @Test(
        "a token is told of within seven days of its end, and is an error on its last",
        arguments: [(8, nil), (7, .warning), (1, .warning), (0, .error)] as [(Int64, Alarm.Level?)])
    mutating func token(daysLeft: Int64, level: Alarm.Level?) {
        facts.accounts[0].tokenDaysLeft = daysLeft
        #expect(book.decide(facts, at: Self.start).map(\.level) == [level].compactMap(\.self))
        facts.accounts[0].tokenDaysLeft = 60
        #expect(told(at: 1) == (level == nil ? [] : ["over token_ends a"]))
    }

    @Test("store and roster are told of with what is wrong with them, and when they are well again")
    mutating func storeAndRoster() {
        facts.storeProblem = Notice("store.full", "s.sqlite")
        facts.configurationProblem = Notice("table.line", "roster/tenures.csv", 12)
        let alarms = book.decide(facts, at: Self.start)
        #expect(alarms.map(\.level) == [.error, .warning])
        #expect(alarms[1].what.text(in: .english).hasSuffix("is still used: roster/tenures.csv line 12"))
        facts.storeProblem = nil
        #expect(told(at: 1) == ["over store_failed"])
        facts.configurationProblem = nil
        #expect(told(at: 2) == ["over configuration_broken"])
    }

    @Test("of an account that is in the configuration no more it is not said that it is well")
    mutating func gone() {
        #expect(told(at: 61) == ["raised account_silent a"])
        facts.accounts = []
        let over = book.decide(facts, at: Self.minutes(62))
        #expect(over.map(\.what.code) == ["alarm.account_is_gone"])
    }

    @Test(
        "a process that begins anew tells nothing again before its time, and ends only what it has seen to end"
    )
    mutating func restarted() throws {
        // Whoever is told of nothing is told anew by the next process.
        #expect(told(at: 61) == ["raised account_silent a"])
        #expect(book.told.isEmpty)
        reach(at: 61)
        facts.accounts[0].tokenDaysLeft = 3
        #expect(told(at: 62) == ["raised token_ends a"])
        reach(at: 62)
        let folder = try TemporaryFolder()
        let file = AlarmFile(ofStore: folder.url.appending(path: "s.sqlite").path(percentEncoded: false))
        #expect(file.read().isEmpty)
        file.write(book.told)

        book = AlarmBook(rules: AlarmRules(), told: file.read())
        facts.accounts[0] = AlarmFacts.Account("a", every: .seconds(900), readAt: Self.minutes(70))
        facts.accounts[0].tokenDaysLeft = 3
        // Nobody knows yet whether it can be read again.
        #expect(told(at: 71) == [])
        facts.accounts[0].noteTurn(failure: nil, at: Self.minutes(72))
        #expect(told(at: 72) == ["over account_silent a"])
        facts.accounts[0].noteTurn(failure: nil, at: Self.minutes(1501))
        #expect(told(at: 1501) == [])
        #expect(told(at: 1502) == ["repeated token_ends a"])
    }

    @Test(
        "a file that is torn is none", arguments: ["", "[", #"[{"subject":{"kind":"unheard_of"}}]"#, "null"])
    func tornFile(text: String) throws {
        let folder = try TemporaryFolder()
        let store = folder.url.appending(path: "s.sqlite").path(percentEncoded: false)
        try Data(text.utf8).write(to: URL(filePath: store + ".alarms.json"))
        #expect(AlarmFile(ofStore: store).read().isEmpty)
    }
}
