/// The verdicts about windows that were fetched, as they come from the task that maps their pages.
struct WindowVerdicts {
    private let mailbox: Mailbox<WindowVerdict>
    /// Verdicts that came and were not taken.
    private var arrived: [WindowVerdict] = []
    /// Windows without a verdict.
    private var open: [Int: Place] = [:]

    /// Which reading of which of the feeds.
    struct Place {
        let feed: Int
        let reading: WindowReading
    }

    init(_ mailbox: Mailbox<WindowVerdict>) {
        self.mailbox = mailbox
    }

    /// Whether a verdict about this reading is there already: then it needs no more pages.
    mutating func isJudged(_ number: Int) async -> Bool {
        arrived += await mailbox.takeWaiting()
        return arrived.contains { $0.reading == number }
    }

    /// The window has been fetched, and its verdict will come.
    mutating func expect(_ number: Int, _ place: Place) {
        open[number] = place
    }

    /// A verdict that is in; with `wait` one that is to come, `nil` once all are in.
    mutating func next(wait: Bool) async -> (place: Place, verdict: WindowVerdict)? {
        while true {
            while !arrived.isEmpty {
                let verdict = arrived.removeFirst()
                if let place = open.removeValue(forKey: verdict.reading) { return (place, verdict) }
            }
            arrived = await mailbox.takeWaiting()
            if arrived.isEmpty, wait, !open.isEmpty { arrived = await mailbox.take(limit: .max) }
            if arrived.isEmpty { return nil }
        }
    }
}
