import Domain
import SeededRandomness
import Testing

/// The map of a feed against a model that looks at every hour by itself.
@Suite("The map of a feed")
struct FeedMapPropertyTests {
    private static let hour: Int64 = 3_600_000
    private static let first = BusinessDay(number: 19_297)
    private static let hours = 24 * 12

    /// What may be known of the hours of some days, all of it drawn at random.
    private struct Case {
        var memory = FeedMemory()
        var files: [ReadSpan] = []
        var lateAt: [Instant] = []
        var reach: Instant?
        var whole: ReadSpan

        init(_ random: inout SeededRandom) {
            whole = ReadSpan(from: first.start, to: at(random.next(in: 1...hours)))
            func span() -> ReadSpan {
                let from = random.next(in: -10...hours)
                return ReadSpan(from: at(from), to: at(from + random.next(in: 1...60)))
            }
            memory.spans = (0..<random.next(in: 0...4)).map { _ in span() }.joined()
            memory.proofs = (0..<random.next(in: 0...6)).map { place in
                ProvedWindow(
                    span: span(), rows: Int64(random.next(in: 0...1)), total: nil, askedAt: at(1_000 + place),
                    serverAt: nil, isMappedNow: random.next(in: 0...3) > 0)
            }.sorted { ($0.span.from, $0.span.to) < ($1.span.from, $1.span.to) }
            memory.unread = (0..<random.next(in: 0...4)).map { _ in
                UnreadWindow(
                    feed: "orders", span: span(),
                    cause: random.element(of: [UnreadWindow.Cause.failed, .left]),
                    reason: .verbatim("\(random.next(in: 0...1))"))
            }
            files = (0..<random.next(in: 0...2)).map { _ in span() }
            lateAt = (0..<random.next(in: 0...3)).map { _ in
                at(random.next(in: 0...hours)).advanced(byMilliseconds: Int64(random.next(in: 0...3_599_999)))
            }
            if random.next(in: 0...1) == 1 { reach = at(random.next(in: -5...hours)) }
        }

        var map: FeedMap {
            FeedMap(
                of: memory, from: whole.from, to: whole.to, reach: reach, files: files, lateAt: lateAt)
        }

        /// The last hour that was read; `nil` where none was.
        private var lastRead: Int? {
            let count = Int((whole.to.milliseconds - whole.from.milliseconds) / hour)
            return (0..<count).last { number in
                let middle = at(number).advanced(byMilliseconds: hour / 2)
                return memory.spans.contains { $0.contains(middle) }
            }
        }

        /// What is known of an hour, asked in the middle of it.
        func state(_ number: Int) -> FeedMap.State {
            let known = ofItself(number)
            guard known == .neverAsked, let lastRead, number > lastRead, at(number).day == whole.to.day
            else { return known }
            return .toCome
        }

        private func ofItself(_ number: Int) -> FeedMap.State {
            let middle = at(number).advanced(byMilliseconds: hour / 2)
            let proofs = memory.proofs.filter { $0.span.contains(middle) }
            let causes = Set(memory.unread.filter { $0.span.contains(middle) }.map(\.cause))
            if causes.contains(.failed) { return .failed }
            if causes.contains(.left) { return .left }
            if memory.spans.contains(where: { $0.contains(middle) }) {
                let late = lateAt.contains { at(number) <= $0 && $0 < at(number + 1) }
                let newest = proofs.filter(\.isMappedNow).max { $0.askedAt < $1.askedAt }
                return late ? .changed : newest?.rows == 0 ? .empty : .read
            }
            if let reach, middle < reach {
                let day = middle.day
                let isTold = files.contains { ($0.from.day...$0.to.day).contains(day) }
                return isTold ? .imported : .outOfReach
            }
            return proofs.contains { !$0.isMappedNow } ? .readOtherwise : .neverAsked
        }
    }

    private static func at(_ number: Int) -> Instant {
        first.start.advanced(byMilliseconds: Int64(number) * hour)
    }

    @Test("each hour is what a model says that looks at that hour alone, and so is the worst of each day")
    func hours() {
        var random = SeededRandom()
        print("feed map seed \(random.seed)")
        for round in 0..<400 {
            let drawn = Case(&random)
            let map = drawn.map
            let count = Int((drawn.whole.to.milliseconds - drawn.whole.from.milliseconds) / Self.hour)
            let model = (0..<count).map { (worst(map, $0, hours: 1), drawn.state($0)) }
            let wrong = model.firstIndex { $0 != $1 }
            #expect(wrong == nil, "seed \(random.seed), round \(round), hour \(wrong ?? 0)")
            for day in 0...count / 24 where day * 24 < count {
                let part = model[(day * 24)..<min(count, day * 24 + 24)].map(\.1)
                #expect(worst(map, day * 24, hours: 24) == part.max(), "seed \(random.seed), day \(day)")
            }
        }
    }

    private func worst(_ map: FeedMap, _ number: Int, hours: Int) -> FeedMap.State? {
        map.worst(in: ReadSpan(from: Self.at(number), to: Self.at(number + hours)))?.state
    }

    @Test("stretches follow each other without a gap, and neighbours differ")
    func stretches() {
        var random = SeededRandom()
        print("feed map seed \(random.seed)")
        for _ in 0..<200 {
            let drawn = Case(&random)
            let stretches = drawn.map.stretches
            #expect(stretches.first?.span.from == drawn.whole.from)
            #expect(stretches.last?.span.to == drawn.whole.to)
            for (one, next) in zip(stretches, stretches.dropFirst()) {
                #expect(one.span.to == next.span.from, "seed \(random.seed)")
                #expect(
                    one.state != next.state || one.reason != next.reason || one.wasRead != next.wasRead,
                    "seed \(random.seed)")
            }
        }
    }

    @Test("behind the last reading today is to come, and every day that has passed is a gap")
    func tail() {
        var random = SeededRandom()
        print("feed map seed \(random.seed)")
        for _ in 0..<400 {
            let drawn = Case(&random)
            let map = drawn.map
            let readTo = map.stretches.last { [.empty, .read, .changed].contains($0.state) || $0.wasRead }?
                .span.to
            #expect(map.readTo == readTo)
            #expect(map.gaps == map.stretches.filter { $0.state.rawValue > FeedMap.State.imported.rawValue })
            for stretch in map.stretches where stretch.state == .toCome {
                #expect(readTo.map { $0 <= stretch.span.from } == true, "seed \(random.seed)")
                #expect(stretch.span.from >= drawn.whole.to.day.start, "seed \(random.seed)")
            }
            for stretch in map.stretches where stretch.state == .neverAsked {
                let isOfToday = stretch.span.to > drawn.whole.to.day.start
                let isBehind = readTo.map { $0 <= stretch.span.from } == true
                #expect(!isOfToday || !isBehind, "seed \(random.seed)")
            }
        }
    }

    @Test("a feed of many late hours and proofs is mapped in the time that their number asks for")
    func many() {
        let count = 20_000
        let proofs = (0..<count).map {
            ProvedWindow(
                span: ReadSpan(from: Self.at($0), to: Self.at($0 + 1)), rows: Int64($0 % 2), total: nil,
                askedAt: Self.at(count), serverAt: nil)
        }
        let map = FeedMap(
            of: FeedMemory(spans: [ReadSpan(from: Self.at(0), to: Self.at(count))], proofs: proofs),
            from: Self.at(0), to: Self.at(count), reach: nil,
            lateAt: stride(from: 0, to: count, by: 4).map(Self.at))
        // changed, read, empty, read, changed, …
        #expect(map.stretches.count == count && map.stretches[0].state == .changed)
    }
}
