import Glibc

/// Sends requests through libcurl and collects each answer in memory.
///
///     let client = try HTTPClient(configuration: HTTPConfiguration())
///     let response = try await client.send(HTTPRequest(url: "https://example.com/orders?page=1"))
///     // response.status == 200, response.header("Retry-After"), response.body
///
/// The actor runs on a thread of its own, which also drives curl; decode answers elsewhere, it only moves
/// bytes. Connections are kept and used again. Certificates are always verified; HTTP/2 is used over TLS
/// where the server has it, one request at a time per connection; gzip, brotli and zstd are decoded; a proxy
/// is taken from the environment (`https_proxy`, `http_proxy`, `no_proxy`), never for this machine itself. There is no retry, pacing or
/// cookie here, with one exception of curl's: a request on a kept connection that turns out closed, without a
/// byte of answer, is sent again on a new one.
package actor HTTPClient {
    private nonisolated let thread: CurlThread
    private var lastTicket: UInt64 = 0

    package nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    /// Starts the thread.
    ///
    /// Throws `tls` when the file of authorities cannot be read, `other` when the system refuses memory or a
    /// thread.
    package init(configuration: HTTPConfiguration) throws(HTTPError) {
        if let caFile = configuration.caFile, access(caFile, R_OK) != 0 {
            throw HTTPError(
                code: .tls,
                detail: "cannot read the file of authorities \(caFile); check the path and its rights")
        }
        thread = try CurlThread(configuration: configuration)
    }

    deinit { thread.end() }

    /// Sends the request and waits for the whole answer, whatever its status.
    ///
    /// Throws `cancelled` when the task is cancelled or the client was shut down; the transfer and its memory
    /// are gone by then.
    package func send(_ request: HTTPRequest) async throws(HTTPError) -> HTTPResponse {
        lastTicket += 1
        let ticket = lastTicket
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                thread.engine.start(request, ticket: ticket, continuation: continuation)
            }
        } onCancel: {
            thread.cancel(ticket: ticket)
        }
        return try outcome.get()
    }

    /// Cancels all requests in flight, which throw `cancelled`, and closes all connections.
    ///
    /// Later requests throw `cancelled`. May be called again.
    package func shutdown() async { thread.closeEngine() }
}
