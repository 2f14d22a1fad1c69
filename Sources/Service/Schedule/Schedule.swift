package import Domain

/// When each account is read next: pure, from what each did last and the clock that it is handed.
///
/// An account is due its `every` after it began last, a little earlier or later so that not all ask at one second. What was
/// missed while the process was down is one reading, not many: a reading asks for all that was not read. One that failed is
/// tried again sooner, then ever later, but no later than after its `every`, and no later than after an hour and a quarter.
///
/// ```
/// var schedule = Schedule(seed: 1)
/// schedule.keep([.init(id: "pds-douyin", every: .seconds(900), lastAt: lastReading)], at: now)
/// for id in schedule.due(at: now) { schedule.begin(id, at: now) }  // … schedule.end(id, hasFailed: false, at: later)
/// ```
package struct Schedule: Sendable {
    /// An account, how often it is read, and when it was read last before this process.
    package struct Entry: Hashable, Sendable {
        package let id: String
        package let every: Duration
        /// `nil` where it never was.
        package let lastAt: Instant?

        /// An account of the configuration.
        package init(id: String, every: Duration, lastAt: Instant?) {
            (self.id, self.every, self.lastAt) = (id, every, lastAt)
        }
    }

    private struct Beat {
        var every: Duration
        var dueAt: Instant
        var isRunning = false
        /// Whether the configuration has it no more, while it is still being read.
        var isGone = false
        var failures = 0

        /// Whether to read it now; one that is due later than any pause is long was given its time by a clock that was ahead.
        func isDue(at now: Instant) -> Bool {
            !isRunning && (dueAt <= now || dueAt > now.advanced(by: max(every, Schedule.longestPause) * 2))
        }
    }

    /// How often an account is read that does not say it.
    package static let standardBeat = Duration.seconds(900)
    private static let firstPause = Duration.seconds(60)
    private static let longestPause = Duration.seconds(3_600)
    /// Those that are due at once when the process starts begin within this time.
    private static let spread = Duration.seconds(20)

    private var beats: [String: Beat] = [:]
    private var random: SplitMix64

    /// Nothing to read; `seed` is that of the jitter.
    package init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    /// The accounts of the present configuration: others are forgotten, new ones are due when their last reading says.
    package mutating func keep(_ entries: [Entry], at now: Instant) {
        let ids = Set(entries.map(\.id))
        beats = beats.filter { ids.contains($0.key) || $0.value.isRunning }
        for id in beats.keys { beats[id]?.isGone = !ids.contains(id) }
        for entry in entries {
            if var beat = beats[entry.id] {
                // A shorter beat counts from now on, not only after the longer one.
                if entry.every < beat.every { beat.dueAt = min(beat.dueAt, now.advanced(by: entry.every)) }
                beat.every = entry.every
                beats[entry.id] = beat
            } else {
                let next = entry.lastAt.map { $0.advanced(by: entry.every) } ?? now
                let dueAt = max(next, now.advanced(by: upTo(min(Self.spread, entry.every / 10))))
                // A last reading that lies ahead of the clock keeps nobody waiting longer than a beat.
                beats[entry.id] = Beat(every: entry.every, dueAt: min(dueAt, now.advanced(by: entry.every)))
            }
        }
    }

    /// Those to read now, the longest due first.
    package func due(at now: Instant) -> [String] {
        beats.filter { $0.value.isDue(at: now) }
            .sorted { ($0.value.dueAt, $0.key) < ($1.value.dueAt, $1.key) }.map(\.key)
    }

    /// When the next one is due; `nil` where all are being read, or there is none.
    var nextAt: Instant? { beats.values.filter { !$0.isRunning }.map(\.dueAt).min() }

    /// Takes note that an account is being read.
    package mutating func begin(_ id: String, at now: Instant) {
        guard var beat = beats[id] else { return }
        beat.isRunning = true
        beat.dueAt = now.advanced(by: beat.every).advanced(by: upTo(beat.every / 10) - beat.every / 20)
        beats[id] = beat
    }

    /// Takes note that it was read, or that it could not be.
    package mutating func end(_ id: String, hasFailed: Bool, at now: Instant) {
        guard var beat = ended(id) else { return }
        beat.failures = hasFailed ? beat.failures + 1 : 0
        // What took longer than its beat rests a tenth of it.
        beat.dueAt = max(beat.dueAt, now.advanced(by: beat.every / 10))
        if hasFailed {
            let pause = min(Self.firstPause * (1 << min(beat.failures - 1, 6)), Self.longestPause)
            beat.dueAt = now.advanced(by: min(pause + upTo(pause / 4), beat.every))
        }
        beats[id] = beat
    }

    /// Takes note that another process reads it, and has read it last at `readAt`: it is due its `every` after that, and is looked
    /// at again in a minute at the earliest.
    package mutating func postpone(_ id: String, readAt: Instant? = nil, at now: Instant) {
        guard var beat = ended(id) else { return }
        let soon = now.advanced(by: min(beat.every, Self.firstPause))
        beat.dueAt = readAt.map { max(soon, min($0, now).advanced(by: beat.every)) } ?? soon
        beats[id] = beat
    }

    /// An account that is read no more; `nil` where the configuration has it no more either.
    private mutating func ended(_ id: String) -> Beat? {
        guard var beat = beats[id] else { return nil }
        beat.isRunning = false
        if beat.isGone { beats[id] = nil }
        return beat.isGone ? nil : beat
    }

    private mutating func upTo(_ most: Duration) -> Duration {
        let milliseconds =
            most.components.seconds * 1000 + most.components.attoseconds / 1_000_000_000_000_000
        return milliseconds <= 0 ? .zero : .milliseconds(Int64.random(in: 0...milliseconds, using: &random))
    }
}

extension Instant {
    fileprivate func advanced(by duration: Duration) -> Instant {
        let (seconds, attoseconds) = duration.components
        return advanced(byMilliseconds: seconds * 1000 + attoseconds / 1_000_000_000_000_000)
    }
}
