package import Domain
import Synchronization

/// Tells alarms: at once to whoever keeps the log, and one after the other to the address that is configured.
///
/// ```swift
/// let desk = AlarmDesk(rules: settings.alarms.rules, webhook: try workplace.webhook(in: .chinese)) { alarm in
///     log.take(alarm)
/// } notSent: { log.warn($0) }
/// async let sending: Void = desk.send()       // until its task is cancelled
/// desk.look(at: facts, now: now())            // as often as anything may have changed
/// ```
package final class AlarmDesk: Sendable {
    /// Alarms that may wait for an address that does not answer.
    private static let waitingMax = 100

    private let book: Mutex<AlarmBook>
    private let webhook: Webhook?
    private let tell: @Sendable (Alarm) -> Void
    private let notSent: @Sendable (Notice) -> Void
    private let waiting: AsyncStream<Alarm>
    private let queue: AsyncStream<Alarm>.Continuation

    /// A desk that has told nothing yet.
    package init(
        rules: AlarmRules, webhook: Webhook?, tell: @escaping @Sendable (Alarm) -> Void,
        notSent: @escaping @Sendable (Notice) -> Void
    ) {
        book = Mutex(AlarmBook(rules: rules))
        self.webhook = webhook
        self.tell = tell
        self.notSent = notSent
        (waiting, queue) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(Self.waitingMax))
    }

    /// Tells what is to be told at this moment; returns at once.
    package func look(at facts: AlarmFacts, now: Instant) {
        for alarm in book.withLock({ $0.decide(facts, at: now) }) {
            tell(alarm)
            if webhook != nil, case .dropped = queue.yield(alarm) { notSent(Notice("alarm.too_many")) }
        }
    }

    /// Posts what waits, and what will, until its task is cancelled.
    package func send() async {
        for await alarm in waiting {
            if let failure = await webhook?.post(alarm) { notSent(failure) }
        }
    }
}
