/// Why an exchange gave no answer.
///
/// It names host and port, never path, query, user or headers, so it may be logged.
package struct HTTPError: Error, Sendable, Equatable, CustomStringConvertible {
    package enum Code: Sendable, Hashable {
        case cannotResolve, cannotConnect
        /// The connect or total limit passed.
        case timedOut
        /// Nothing came for as long as the limit allows.
        case stalled
        /// No trust or no handshake; also a file of authorities that cannot be read.
        case tls
        /// Body or head beyond the limit.
        case bodyTooLarge
        /// The connection ended before the body did.
        case bodyCutShort
        /// The connection broke off.
        case reset
        /// Not an absolute http(s) address, or a redirect to something else.
        case invalidURL
        /// The method or a header could not be sent safely.
        case invalidRequest
        /// The task was cancelled or the client shut down.
        case cancelled
        /// Another failure, by curl's own number (libcurl-errors(3)).
        case other(curl: Int)
    }

    package let code: Code
    /// Host and port; empty where no exchange was begun.
    package let place: String
    /// In English: host and port, then what happened.
    package let detail: String
    /// Whether the server may have received the request, or a part of it: nobody knows what it did then.
    package var mayHaveArrived = true

    package init(code: Code, place: String = "", detail: String) {
        self.code = code
        self.place = place
        self.detail = detail
    }

    /// The same, of a request of which so many bytes were sent.
    func sent(_ byteCount: Int) -> HTTPError {
        var error = self
        error.mayHaveArrived = byteCount > 0
        return error
    }

    /// Whether the same request may well succeed later.
    package var isTransient: Bool {
        switch code {
        case .cannotResolve, .cannotConnect, .timedOut, .stalled, .bodyCutShort, .reset: true
        case .tls, .bodyTooLarge, .invalidURL, .invalidRequest, .cancelled, .other: false
        }
    }

    package var description: String { "\(code): \(detail)" }
}
