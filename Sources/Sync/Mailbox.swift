/// A bounded hand-over from one task to the next: the producer waits while it is full, the consumer takes all there is.
///
/// One producer and one consumer. What lets page N+1 be fetched while page N commits, and lets the pages that gathered
/// meanwhile commit together.
actor Mailbox<Element: Sendable> {
    private var elements: [Element] = []
    private var isClosed = false
    /// The consumer has waited long enough for more.
    private var isDue = false
    private let capacity: Int
    private var producer: CheckedContinuation<Void, Never>?
    private var consumer: CheckedContinuation<Void, Never>?

    init(capacity: Int) {
        self.capacity = capacity
    }

    /// Puts an element in; waits while there is no room.
    ///
    /// After `close` it is dropped, and the answer is `false`: nobody wants more.
    @discardableResult
    func put(_ element: Element) async -> Bool {
        while elements.count >= capacity, !isClosed {
            await withCheckedContinuation { producer = $0 }
        }
        guard !isClosed else { return false }
        elements.append(element)
        resumeConsumer()
        return true
    }

    /// Takes up to `limit` elements, waiting for at least one; empty at the end.
    func take(limit: Int) async -> [Element] {
        while elements.isEmpty, !isClosed {
            await withCheckedContinuation { consumer = $0 }
        }
        return takeWaiting(limit: limit)
    }

    /// Takes up to `limit` elements; while there are fewer than `worth`, it waits for more, so long at most.
    func take(limit: Int, worth: Int, within patience: Duration) async -> [Element] {
        while elements.isEmpty, !isClosed {
            await withCheckedContinuation { consumer = $0 }
        }
        if elements.count < worth, !isClosed {
            isDue = false
            let alarm = Task {
                // Cancelled, it must not ring into what is taken next.
                if (try? await Task.sleep(for: patience)) != nil { ring() }
            }
            while elements.count < worth, !isClosed, !isDue {
                await withCheckedContinuation { consumer = $0 }
            }
            alarm.cancel()
        }
        return takeWaiting(limit: limit)
    }

    private func ring() {
        isDue = true
        resumeConsumer()
    }

    /// Takes up to `limit` of the elements that are there.
    func takeWaiting(limit: Int = .max) -> [Element] {
        let taken = Array(elements.prefix(limit))
        elements.removeFirst(taken.count)
        producer?.resume()
        producer = nil
        return taken
    }

    /// Nothing more will come, or is wanted.
    func close() {
        isClosed = true
        resumeConsumer()
        producer?.resume()
        producer = nil
    }

    private func resumeConsumer() {
        consumer?.resume()
        consumer = nil
    }
}
