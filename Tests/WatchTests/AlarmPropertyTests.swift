import Domain
import SeededRandomness
import Testing

@testable import Service

/// Histories of weeks in which processes come and go, held against a model that goes over all of the past at each step.
@Suite("Alarms over random histories")
struct AlarmPropertyTests {
    @Test(
        "what is told is what has begun, what stands for a day since it was told, and what has ended; once each"
    )
    func model() {
        var random = SeededRandom()
        print("AlarmPropertyTests.model: seed \(random.seed)")
        var words: [String: Int] = [:]
        for _ in 0..<80 {
            var history = AlarmHistory(&random)
            for _ in 0..<200 {
                history.goOn(&random)
                let told = history.told(&random)
                let expected = history.expected()
                #expect(told == expected, "seed \(random.seed), minute \(history.minute)")
                if told != expected { return }
                for alarm in told { words[alarm.word, default: 0] += 1 }
            }
        }
        // Each of them was tried, often.
        #expect(["raised", "repeated", "over"].allSatisfy { words[$0] ?? 0 > 100 }, "\(words)")
    }
}

/// What happened, minute by minute, to a process that is watched and to the model of it.
private struct AlarmHistory {
    /// An alarm that is told, by the words of its JSON.
    struct Told: Hashable {
        let word: String
        let subject: String
    }

    /// A turn of an account: when, and whether it was read.
    private struct Turn {
        let minute: Int
        let isGood: Bool
    }

    private(set) var minute = 0
    private var book = AlarmBook(rules: AlarmRules())
    private var facts: AlarmFacts
    // What the model knows.
    private let beats: [Int]
    private var turns: [[Turn]]
    private var (hasStoreProblem, hasConfigurationProblem) = (false, false)
    private var startedAt = 0
    /// When each account was read well last, whichever process did it; at the beginning, when it was looked after first.
    private var lastRead: [Int]
    /// When what stands was told last.
    private var standing: [String: Int] = [:]
    /// When somebody was last reached with it: all that the next process knows.
    private var reached: [String: Int] = [:]
    /// Which alarms of this minute reached nobody.
    private var lost: Set<String> = []

    private var now: Instant { Self.instant(minute) }

    private static func instant(_ minute: Int) -> Instant {
        Instant(seconds: 1_672_329_600 + Int64(minute) * 60)
    }

    init(_ random: inout SeededRandom) {
        let beats = (0..<3).map { _ in random.element(of: [1, 15, 45, 600, 1440]) }
        self.beats = beats
        turns = beats.map { _ in [] }
        lastRead = beats.map { _ in 0 }
        facts = AlarmFacts(accounts: [])
        begin()
    }

    /// A process begins, and knows of the one before what it told.
    private mutating func begin() {
        startedAt = minute
        turns = beats.map { _ in [] }
        book = AlarmBook(rules: AlarmRules(), told: book.told)
        standing = reached
        let days = facts.accounts.map(\.tokenDaysLeft)
        facts.accounts = beats.indices.map {
            AlarmFacts.Account(
                "\($0)", every: .seconds(beats[$0] * 60), readAt: Self.instant(lastRead[$0]), watchedAt: now)
        }
        for (place, left) in days.enumerated() { facts.accounts[place].tokenDaysLeft = left }
    }

    /// Some time passes.
    mutating func goOn(_ random: inout SeededRandom) {
        minute += random.element(of: [1, 1, 5, 30, 90, 700])
        if random.next(in: 0...29) == 0 { begin() }
        for account in beats.indices where random.next(in: 0...2) == 0 {
            let isGood = random.next(in: 0...3) == 0
            turns[account].append(Turn(minute: minute, isGood: isGood))
            if isGood { lastRead[account] = minute }
            facts.accounts[account].noteTurn(failure: isGood ? nil : Notice("sync.timed_out"), at: now)
            if random.next(in: 0...9) == 0 {
                facts.accounts[account].tokenDaysLeft = random.element(of: [nil, 0, 7, 8, 100])
            }
        }
        if random.next(in: 0...9) == 0 { hasStoreProblem.toggle() }
        if random.next(in: 0...9) == 0 { hasConfigurationProblem.toggle() }
        facts.storeProblem = hasStoreProblem ? Notice("backup.no_batch") : nil
        facts.configurationProblem = hasConfigurationProblem ? Notice("backup.no_batch") : nil
    }

    /// What is told at this minute; some of it reaches nobody.
    mutating func told(_ random: inout SeededRandom) -> Set<Told> {
        lost = []
        return Set(
            book.decide(facts, at: now).map { alarm in
                let words = [alarm.subject.kind.rawValue, alarm.subject.account].compactMap(\.self)
                let subject = words.joined(separator: " ")
                let isLost = random.next(in: 0...4) == 0
                if isLost { lost.insert(subject) }
                book.note(alarm, hasReached: !isLost)
                return Told(word: alarm.state.rawValue, subject: subject)
            })
    }

    /// What is to be told at this minute.
    mutating func expected() -> Set<Told> {
        let present = conditions
        var expected: Set<Told> = []
        for subject in standing.keys where !present.contains(subject) {
            let words = subject.split(separator: " ")
            let isOfReading = words[0] == "account_failed" || words[0] == "account_silent"
            if isOfReading, !turns[Int(words[1]) ?? 0].contains(where: \.isGood) { continue }
            // Nobody knows how long the token lives.
            if words[0] == "token_ends", facts.accounts[Int(words[1]) ?? 0].tokenDaysLeft == nil { continue }
            expected.insert(Told(word: "over", subject: subject))
            standing[subject] = nil
            if !lost.contains(subject) { reached[subject] = nil }
        }
        for subject in present {
            let words = subject.split(separator: " ")
            if words[0] == "account_silent", turns[Int(words[1]) ?? 0].last?.isGood == false { continue }
            let toldAt = standing[subject]
            if let toldAt, minute - toldAt < 24 * 60 { continue }
            expected.insert(Told(word: toldAt == nil ? "raised" : "repeated", subject: subject))
            if toldAt == nil { reached[subject] = nil }
            if lost.contains(subject) {
                standing[subject] = minute - 24 * 60 + 15
            } else {
                standing[subject] = minute
                reached[subject] = minute
            }
        }
        return expected
    }

    /// What is so at this minute, by the words.
    private var conditions: Set<String> {
        var found: Set<String> = []
        if hasStoreProblem { found.insert("store_failed") }
        if hasConfigurationProblem { found.insert("configuration_broken") }
        for account in turns.indices {
            let failed = Array(turns[account].reversed().prefix { !$0.isGood }.map(\.minute))
            if failed.count >= 3 || failed.last.map({ minute - $0 > 24 * 60 }) ?? false {
                found.insert("account_failed \(account)")
            }
            if minute - lastRead[account] > max(3 * beats[account], 60), minute - startedAt >= 15 {
                found.insert("account_silent \(account)")
            }
            if let left = facts.accounts[account].tokenDaysLeft, left <= 7 {
                found.insert("token_ends \(account)")
            }
        }
        return found
    }
}
