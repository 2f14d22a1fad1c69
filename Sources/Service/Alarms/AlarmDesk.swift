package import Domain
import Synchronization

/// Tells alarms: at once to whoever keeps the log, and one after the other to the address that is configured.
///
/// ```swift
/// let desk = AlarmDesk(
///     rules: settings.alarms.rules, file: AlarmFile(ofStore: settings.storePath),
///     webhook: try workplace.webhook(in: .chinese), tell: { log.take($0) }, notSent: { log.warn($0) })
/// async let sending: Void = desk.send()       // until its task is cancelled
/// desk.look(at: facts, now: now())            // as often as anything may have changed
/// ```
package final class AlarmDesk: Sendable {
    /// Alarms that may wait for an address that does not answer.
    private static let waitingMax = 100

    private let book: Mutex<AlarmBook>
    private let file: AlarmFile?
    private let webhook: Webhook?
    private let tell: @Sendable (Alarm) -> Void
    private let notSent: @Sendable (Notice) -> Void
    private let waiting: AsyncStream<Alarm>
    private let queue: AsyncStream<Alarm>.Continuation

    /// A desk that knows what an earlier one has told, by its file; where there is none, nothing was told yet.
    package init(
        rules: AlarmRules, file: AlarmFile? = nil, webhook: Webhook?,
        tell: @escaping @Sendable (Alarm) -> Void,
        notSent: @escaping @Sendable (Notice) -> Void
    ) {
        self.file = file
        book = Mutex(AlarmBook(rules: rules, told: file?.read() ?? []))
        self.webhook = webhook
        self.tell = tell
        self.notSent = notSent
        (waiting, queue) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(Self.waitingMax))
    }

    /// Tells what is to be told at this moment; waits for no address.
    package func look(at facts: AlarmFacts, now: Instant) {
        for alarm in book.withLock({ $0.decide(facts, at: now) }) {
            tell(alarm)
            // Without an address the log is all that there is to reach.
            guard webhook != nil else {
                note(alarm, hasReached: true)
                continue
            }
            if case .dropped(let lost) = queue.yield(alarm) {
                note(lost, hasReached: false)
                notSent(Notice("alarm.too_many"))
            }
        }
    }

    /// Posts what waits, and what will, until `finish` or until its task is cancelled.
    package func send() async {
        for await alarm in waiting {
            let failure = await webhook?.post(alarm)
            note(alarm, hasReached: failure == nil)
            if let failure { notSent(failure) }
        }
    }

    /// Has `send` end once what waits was posted.
    package func finish() {
        queue.finish()
    }

    /// What did not reach anybody is not noted as told: whoever dies before it was posted tells it again.
    private func note(_ alarm: Alarm, hasReached: Bool) {
        book.withLock { book in
            book.note(alarm, hasReached: hasReached)
            file?.write(book.told)
        }
    }
}
