import CCurlShim
import Glibc

/// The multi handle and its transfers.
///
/// All but ``wake()`` belongs to the curl thread.
final class CurlEngine {
    /// Idle easy handles kept for the next request.
    private static let idleTransfersMax = 32
    /// Open connections kept, over all hosts.
    ///
    /// Curl's own measure, four per running transfer, would close most of them between two bursts.
    private static let connectionsKept = 64

    private let multi: UnsafeMutableRawPointer
    private let configuration: HTTPConfiguration
    /// Owns a transfer from its start until the multi handle has let it go.
    private var running: [UnsafeMutableRawPointer: CurlTransfer] = [:]
    private var idle: [CurlTransfer] = []
    /// No running transfer is due before; may be too early.
    private var nextDeadline: ContinuousClock.Instant?
    private(set) var isOpen = true

    init(configuration: HTTPConfiguration) throws(HTTPError) {
        let start = Self.libraryStart
        guard start == CURLE_OK, let multi = curl_multi_init() else {
            throw HTTPError(
                code: .other(curl: Int(start.rawValue)),
                detail: "libcurl did not start; check the installation and the memory left")
        }
        self.multi = multi
        self.configuration = configuration
        let perHost = max(configuration.connectionsPerHostMax, 1)
        // The options are known to every curl that the shim compiles with.
        // One stream per HTTP/2 connection. Several stall in 7.88.1 (seen in plain C too), and a transfer
        // that ends beside another on its connection keeps its buffer, so its handle could not be used again.
        _ = ccurl_multi_set_long(multi, CURLMOPT_PIPELINING, Int(CURLPIPE_NOTHING))
        _ = ccurl_multi_set_long(multi, CURLMOPT_MAX_HOST_CONNECTIONS, perHost)
        _ = ccurl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, max(Self.connectionsKept, perHost))
    }

    /// Runs once in the process, before the first handle is made.
    private static let libraryStart = ccurl_global_init()

    /// Starts the request.
    ///
    /// The continuation is resumed exactly once, here or later on this thread.
    func start(
        _ request: HTTPRequest, ticket: UInt64,
        continuation: CheckedContinuation<CurlTransfer.Outcome, Never>
    ) {
        if let error = obstacle(to: request) {
            continuation.resume(returning: .failure(error))
            return
        }
        guard let transfer = idle.popLast() ?? CurlTransfer() else {
            continuation.resume(
                returning: .failure(
                    HTTPError(curl: CURLE_OUT_OF_MEMORY, message: "", status: 0, url: request.url)))
            return
        }
        let deadline = ContinuousClock.now + .milliseconds(max(request.limits.totalMilliseconds, 1))
        transfer.exchange = .init(
            ticket: ticket, url: request.url, deadline: deadline, continuation: continuation)
        var code = transfer.prepare(request, configuration: configuration)
        if code == CURLE_OK, curl_multi_add_handle(multi, transfer.easy) != CURLM_OK {
            code = CURLE_FAILED_INIT
        }
        if code == CURLE_OK {
            running[transfer.easy] = transfer
            nextDeadline = min(nextDeadline ?? deadline, deadline)
        } else {
            settle(transfer, transfer.outcome(of: code))
        }
    }

    /// Gives up the request of that ticket; nothing happens when it is already settled.
    func cancel(ticket: UInt64) {
        guard let transfer = running.values.first(where: { $0.exchange?.ticket == ticket }) else { return }
        release(transfer, as: .cancelled, "the task was cancelled")
    }

    /// Moves bytes and settles what has finished.
    func advance() {
        guard isOpen else { return }
        var runningCount: Int32 = 0
        let code = curl_multi_perform(multi, &runningCount)
        var done = ccurl_done()
        while ccurl_next_done(multi, &done) {
            guard let transfer = running.removeValue(forKey: done.easy) else { continue }
            curl_multi_remove_handle(multi, transfer.easy)
            settle(transfer, transfer.outcome(of: done.code))
        }
        if code != CURLM_OK {
            releaseAll(as: .other(curl: Int(CURLE_FAILED_INIT.rawValue)), "curl's multi handle failed")
        }
        releaseOverdue()
    }

    /// Sleeps until a socket or a time limit needs attention, or ``wake()`` is called.
    func poll() {
        let longest = Duration.seconds(10)
        let wait = nextDeadline.map { min(max($0 - .now, .zero), longest) } ?? longest
        let milliseconds = Int32((wait / .milliseconds(1)).rounded(.up))
        if curl_multi_poll(multi, nil, 0, milliseconds, nil) != CURLM_OK {
            // Out of memory or descriptors: without a pause the thread would spin.
            usleep(10_000)
        }
    }

    /// From any thread, as long as ``close()`` has not begun (curl_multi_wakeup(3)).
    func wake() { curl_multi_wakeup(multi) }

    /// Cancels everything and frees all handles and connections.
    ///
    /// May be called again.
    func close() {
        guard isOpen else { return }
        isOpen = false
        releaseAll(as: .cancelled, "the client was shut down")
        idle.removeAll()
        curl_multi_cleanup(multi)
    }

    private func obstacle(to request: HTTPRequest) -> HTTPError? {
        guard isOpen else {
            return HTTPError(code: .cancelled, url: request.url, what: "the client was shut down").sent(0)
        }
        // A C text ends at a zero: the rest of such an address would be lost unseen.
        guard !request.url.utf8.contains(0) else {
            return HTTPError(code: .invalidURL, url: request.url, what: "the address holds a zero byte").sent(
                0)
        }
        return request.flaw.map { HTTPError(code: .invalidRequest, url: request.url, what: $0).sent(0) }
    }

    /// Keeps the total limit, which curl 7.88 forgets while a transfer waits for a free connection.
    private func releaseOverdue() {
        let now = ContinuousClock.now
        guard let nextDeadline, nextDeadline <= now else { return }
        for transfer in Array(running.values) {
            guard let exchange = transfer.exchange, exchange.deadline <= now else { continue }
            release(transfer, as: .timedOut, "no whole answer within the total limit")
        }
        self.nextDeadline = running.values.compactMap { $0.exchange?.deadline }.min()
    }

    private func releaseAll(as code: HTTPError.Code, _ what: String) {
        for transfer in Array(running.values) { release(transfer, as: code, what) }
    }

    private func release(_ transfer: CurlTransfer, as code: HTTPError.Code, _ what: String) {
        running[transfer.easy] = nil
        let bytesSent = transfer.bytesSent
        curl_multi_remove_handle(multi, transfer.easy)
        let url = transfer.exchange?.url ?? ""
        settle(transfer, .failure(HTTPError(code: code, url: url, what: what).sent(bytesSent)))
    }

    private func settle(_ transfer: CurlTransfer, _ outcome: CurlTransfer.Outcome) {
        let continuation = transfer.exchange?.continuation
        // Only a transfer that ran to its end is used again: one given up early keeps state of curl's own,
        // such as a buffer whose size can no longer be set, and would fail every later request.
        if case .success = outcome, idle.count < Self.idleTransfersMax {
            transfer.recycle()
            idle.append(transfer)
        }
        continuation?.resume(returning: outcome)
    }
}
