import Dispatch
import Glibc

/// The thread that runs both the client's jobs and curl: jobs, `perform`, finished transfers, `poll`, and so
/// on until ``end()``.
///
/// It outlives ``closeEngine()``, so that a job which comes later still finds its executor.
final class CurlThread: SerialExecutor, @unchecked Sendable {
    // Safety: the engine is touched on this thread only, except wake(), which is called under the mailbox's
    // lock and never once `isClosed` is set; everything else is immutable or behind that lock.

    private struct Mailbox {
        var jobs: [UnownedJob] = []
        var cancelledTickets: [UInt64] = []
        var isAsleep = false
        var isClosed = false
        var isEnding = false
    }

    let engine: CurlEngine
    private let mailbox = LockedState(Mailbox())
    /// What the thread sleeps on when curl's poll is gone.
    private let bell = DispatchSemaphore(value: 0)

    init(configuration: HTTPConfiguration) throws(HTTPError) {
        engine = try CurlEngine(configuration: configuration)
        var thread = pthread_t()
        let context = Unmanaged.passRetained(self)
        let failure = pthread_create(&thread, nil, runCurlThread, context.toOpaque())
        guard failure == 0 else {
            context.release()
            engine.close()
            throw HTTPError(
                code: .other(curl: 0),
                detail:
                    "no thread for HTTP: \(String(cString: strerror(failure))); raise the limit of threads")
        }
        pthread_detach(thread)
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        mailbox.withLock { box in
            box.jobs.append(job)
            ring(&box)
        }
    }

    /// From any thread: gives up the request of that ticket.
    ///
    /// Not a job of the actor: that would need a task, and so a free thread of Swift's own pool.
    func cancel(ticket: UInt64) {
        mailbox.withLock { box in
            box.cancelledTickets.append(ticket)
            ring(&box)
        }
    }

    /// On the thread: cancels all transfers and frees what curl holds.
    func closeEngine() {
        mailbox.withLock { $0.isClosed = true }
        engine.close()
    }

    /// From any thread: lets the thread finish once its jobs have run.
    ///
    /// No job may come afterwards.
    func end() {
        mailbox.withLock { box in
            box.isEnding = true
            ring(&box)
        }
    }

    fileprivate func run() {
        let executor = asUnownedSerialExecutor()
        var jobs: [UnownedJob] = []
        while true {
            let isEnding = mailbox.withLock { box in
                swap(&jobs, &box.jobs)
                return box.isEnding
            }
            for job in jobs { job.runSynchronously(on: executor) }
            jobs.removeAll(keepingCapacity: true)
            if isEnding { break }
            // After the jobs, so that a request of a task cancelled beforehand has been started and is found.
            let cancelledTickets = mailbox.withLock { box in
                let tickets = box.cancelledTickets
                box.cancelledTickets = []
                return tickets
            }
            for ticket in cancelledTickets { engine.cancel(ticket: ticket) }
            engine.advance()
            sleepUnlessDue()
        }
        closeEngine()
    }

    private func sleepUnlessDue() {
        let (isDue, isClosed) = mailbox.withLock { box in
            box.isAsleep = box.jobs.isEmpty && box.cancelledTickets.isEmpty && !box.isEnding
            return (!box.isAsleep, box.isClosed)
        }
        if isDue { return }
        if isClosed { bell.wait() } else { engine.poll() }
        mailbox.withLock { $0.isAsleep = false }
    }

    /// Wakes the thread when it sleeps; one call per sleep is enough.
    private func ring(_ box: inout Mailbox) {
        guard box.isAsleep else { return }
        box.isAsleep = false
        if box.isClosed { bell.signal() } else { engine.wake() }
    }
}

private func runCurlThread(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    // With NOSIGNAL curl leaves this to us: a write to a closed connection must fail, not end the process.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    if let context {
        Unmanaged<CurlThread>.fromOpaque(context).takeRetainedValue().run()
    }
    return nil
}
