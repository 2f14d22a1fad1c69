import Domain
import SeededRandomness

/// The rows of a platform in its own time: they come, some of them late, move to a later time, change in silence and go.
///
/// What no reading can tell is left out: during a sync only one kind of thing happens, so that never one row goes and
/// another one comes between the same two answers (docs/decisions/0025).
struct RowWorld: Sendable {
    /// Where a row stands, and since when it is shown there as it is.
    struct Shown: Sendable {
        var row: RowServer.Row
        var since: Instant
    }

    /// What happens to a row.
    enum Happening: CaseIterable, Sendable {
        case comes, moves, changes, goes
    }

    /// The platform's clock.
    private(set) var now: Instant
    /// What it shows, in no order.
    private(set) var shown: [Shown] = []
    /// Rows that are there and will be shown later.
    private var hidden: [Shown] = []
    private var random: SeededRandom
    private var rowsMade = 0

    /// What happens while time passes that nobody reads in.
    private let happenings: Set<Happening>

    /// How long after their update time rows become visible, in milliseconds: at once, most of them.
    private static let delays: [Int64] = [0, 0, 0, 0, 15, 120, 20 * 60, 75 * 60, 6 * 1_440].map {
        $0 * 60_000
    }

    init(from start: Instant, _ happenings: Set<Happening>, seed: UInt64) {
        now = start
        self.happenings = happenings
        random = SeededRandom(seed: seed)
    }

    /// Nothing happens to these rows but that each is shown from its time on.
    init(at now: Instant, rows: [Shown]) {
        self.init(from: now, [], seed: 1)
        hidden = rows
        pass(milliseconds: 0, rowsMax: 0)
    }

    /// Time passes that nobody reads in; up to so many rows come in it, `ties` of them in one second.
    mutating func pass(milliseconds: Int64, rowsMax: Int, ties: Int = 0) {
        let start = now
        now = now.advanced(byMilliseconds: milliseconds)
        let tie = instant(after: start)
        for number in 0..<random.next(in: 0...rowsMax) {
            add(at: number < ties ? tie : instant(after: start), delay: random.element(of: Self.delays))
        }
        if happenings.contains(.moves) {
            for _ in 0..<random.next(in: 0...3) {
                guard var moved = takeAny() else { break }
                moved.row.at = instant(after: start).seconds
                moved.row.version += 1
                hide(moved.row, delay: random.element(of: Self.delays))
            }
        }
        for _ in 0..<random.next(in: 0...2) where happenings.contains(.changes) {
            change(at: instant(after: start))
        }
        if happenings.contains(.goes), random.next(in: 0...1) == 0 { _ = takeAny() }
        // Nobody has asked since: what became visible meanwhile was shown from then on.
        for row in hidden where row.since <= now {
            shown.append(Shown(row: row.row, since: max(row.since, start)))
        }
        hidden.removeAll { $0.since <= now }
    }

    /// A moment passes during a sync.
    mutating func tick() {
        now = now.advanced(byMilliseconds: Int64(random.next(in: 20...1_500)))
    }

    /// Something happens during a sync, at once.
    mutating func happen(_ happening: Happening) {
        // Never in a second that a window has ended in.
        let next = Instant(seconds: now.seconds + 1)
        switch happening {
        case .comes:
            let late = hidden.isEmpty ? nil : hidden.remove(at: random.next(in: 0...(hidden.count - 1)))
            let row = late?.row ?? newRow(at: next)
            shown.append(Shown(row: row, since: now))
        case .moves:
            guard var moved = takeAny() else { return }
            moved.row.at = next.seconds
            moved.row.version += 1
            shown.append(Shown(row: moved.row, since: now))
        case .changes: change(at: now)
        case .goes: _ = takeAny()
        }
    }

    private mutating func instant(after start: Instant) -> Instant {
        let passed = Int(now.seconds - start.seconds)
        return passed > 0 ? Instant(seconds: start.seconds + Int64(random.next(in: 1...passed))) : now
    }

    private mutating func newRow(at instant: Instant) -> RowServer.Row {
        rowsMade += 1
        return RowServer.Row(number: rowsMade, at: instant.seconds)
    }

    private mutating func add(at instant: Instant, delay: Int64) {
        hide(newRow(at: instant), delay: delay)
    }

    private mutating func hide(_ row: RowServer.Row, delay: Int64) {
        let visibleAt = Instant(seconds: row.at).advanced(byMilliseconds: delay)
        hidden.append(Shown(row: row, since: visibleAt))
    }

    private mutating func change(at instant: Instant) {
        guard var changed = takeAny() else { return }
        changed.row.version += 1
        changed.since = max(changed.since, instant)
        shown.append(changed)
    }

    private mutating func takeAny() -> Shown? {
        shown.isEmpty ? nil : shown.remove(at: random.next(in: 0...(shown.count - 1)))
    }
}
