import CCurlShim

/// One easy handle with all memory that curl reads and writes during a transfer.
///
/// Used again for later requests; freed only while no multi handle holds it. Touched on the curl thread only.
final class CurlTransfer {
    typealias Outcome = Result<HTTPResponse, HTTPError>

    /// What one request adds to the handle.
    struct Exchange {
        let ticket: UInt64
        let url: String
        let deadline: ContinuousClock.Instant
        let continuation: CheckedContinuation<Outcome, Never>
    }

    let easy: UnsafeMutableRawPointer
    /// Set while the transfer runs.
    var exchange: Exchange?
    private let message: UnsafeMutablePointer<CChar>
    private var headerList: UnsafeMutablePointer<curl_slist>?
    private var upload: UnsafeMutableRawBufferPointer?
    fileprivate var assembly = ResponseAssembly(bodyBytesMax: 0)

    init?() {
        guard let easy = curl_easy_init() else { return nil }
        self.easy = easy
        message = .allocate(capacity: Int(CURL_ERROR_SIZE))
        message.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    }

    deinit {
        curl_easy_cleanup(easy)
        freeRequest()
        message.deallocate()
    }

    /// Sets the handle up for the request; gives the first option that curl refused.
    func prepare(_ request: HTTPRequest, configuration: HTTPConfiguration) -> CURLcode {
        assembly = ResponseAssembly(bodyBytesMax: request.limits.bodyBytesMax)
        message.pointee = 0
        var options = CurlOptions(easy: easy)
        options.setErrorBuffer(message)
        options.setCallbacks(
            head: takeHeadLine, body: takeBody, context: Unmanaged.passUnretained(self).toOpaque())
        options.setPolicy(configuration)
        options.setLimits(request.limits)
        options.setRedirects(request.followsRedirects)
        if request.isSentOnce {
            options.set(CURLOPT_FRESH_CONNECT, 1)
            options.set(CURLOPT_FORBID_REUSE, 1)
        }
        options.set(CURLOPT_URL, request.url)
        setMethodAndBody(of: request, in: &options)
        guard appendHeaders(of: request) else { return CURLE_OUT_OF_MEMORY }
        options.set(CURLOPT_HTTPHEADER, headerList)
        return options.failure
    }

    /// What came of it.
    ///
    /// Call after the multi handle has let the transfer go, and before ``recycle()``.
    func outcome(of code: CURLcode) -> Outcome {
        let url = exchange?.url ?? ""
        if let refusal = assembly.refusal {
            return .failure(HTTPError(code: .bodyTooLarge, url: url, what: refusal))
        }
        guard code == CURLE_OK else {
            return .failure(
                HTTPError(
                    curl: code, message: String(cString: message), status: assembly.status, url: url
                ).sent(bytesSent))
        }
        return .success(assembly.finish())
    }

    /// Of the request that runs or has run, head and body.
    var bytesSent: Int { ccurl_bytes_sent(easy) }

    /// Makes the handle ready for another request; curl keeps its connections in the multi handle.
    func recycle() {
        curl_easy_reset(easy)
        freeRequest()
        exchange = nil
        assembly = ResponseAssembly(bodyBytesMax: 0)
    }

    private func setMethodAndBody(of request: HTTPRequest, in options: inout CurlOptions) {
        if request.method == "POST" || !request.body.isEmpty {
            let memory = UnsafeMutableRawBufferPointer.allocate(
                byteCount: max(request.body.count, 1), alignment: 1)
            memory.copyBytes(from: request.body)
            upload = memory
            options.set(CURLOPT_POST, 1)
            options.setUpload(UnsafeRawBufferPointer(rebasing: memory[..<request.body.count]))
        }
        switch request.method {
        case "GET" where request.body.isEmpty, "POST": break
        case "HEAD" where request.body.isEmpty: options.set(CURLOPT_NOBODY, 1)
        default: options.set(CURLOPT_CUSTOMREQUEST, request.method)
        }
    }

    private func appendHeaders(of request: HTTPRequest) -> Bool {
        for (name, value) in request.headers {
            // Curl's way to write an empty value; a bare colon would remove the header.
            guard appendHeader(value.isEmpty ? "\(name);" : "\(name): \(value)") else { return false }
        }
        guard upload != nil else { return true }
        // Curl would wait for 100 Continue, and would call any body a form.
        let hasType = request.headers.contains { $0.name.lowercased() == "content-type" }
        return appendHeader("Expect:") && (hasType || appendHeader("Content-Type:"))
    }

    private func appendHeader(_ line: String) -> Bool {
        guard let list = curl_slist_append(headerList, line) else { return false }
        headerList = list
        return true
    }

    private func freeRequest() {
        curl_slist_free_all(headerList)
        headerList = nil
        upload?.deallocate()
        upload = nil
    }
}

extension CurlOptions {
    /// What no request can change.
    fileprivate mutating func setPolicy(_ configuration: HTTPConfiguration) {
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_PROTOCOLS_STR, "http,https")
        set(CURLOPT_REDIR_PROTOCOLS_STR, "http,https")
        set(CURLOPT_SSL_VERIFYPEER, 1)
        set(CURLOPT_SSL_VERIFYHOST, 2)
        set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS)
        set(CURLOPT_ACCEPT_ENCODING, "")
        set(CURLOPT_USERAGENT, configuration.userAgent)
        set(CURLOPT_NOPROXY, configuration.hostsWithoutProxy)
        // One read for a page of some 200 KB, where there is no TLS; curl's default is 16 KiB.
        set(CURLOPT_BUFFERSIZE, 256 * 1024)
        // A page lies in the system's memory until it is read: it need not wake us for each piece of one. From a far
        // platform that is still more than it may be asked for: some 8 MB a second at 30 ms.
        setReceiveBuffer(256 * 1024)
        // A dead name server must not hold up the other transfers: without this, giving a transfer up joins
        // its resolver thread. The thread frees its own memory when its look-up ends.
        set(CURLOPT_QUICK_EXIT, 1)
        if let caFile = configuration.caFile {
            set(CURLOPT_CAINFO, caFile)
            // Debian's curl would go on trusting the system's directory beside the file.
            set(CURLOPT_CAPATH, nil as String?)
        }
    }

    fileprivate mutating func setLimits(_ limits: HTTPLimits) {
        // Curl refuses numbers beyond 32 bits. The total limit is the engine's.
        let connect = min(max(limits.connectMilliseconds, 1), Int(Int32.max))
        let stalled = min(max(limits.stalledMilliseconds, 1), Int(Int32.max))
        set(CURLOPT_CONNECTTIMEOUT_MS, connect)
        set(CURLOPT_LOW_SPEED_LIMIT, 1)
        set(CURLOPT_LOW_SPEED_TIME, (stalled + 999) / 1000)
    }

    fileprivate mutating func setRedirects(_ follows: Bool) {
        set(CURLOPT_FOLLOWLOCATION, follows ? 1 : 0)
        set(CURLOPT_MAXREDIRS, 5)
    }
}

// The callbacks run inside curl_multi_perform: they copy and count, nothing else.

private func takeHeadLine(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    take(bytes, size * count, context) { $0.assembly.takeHeadLine($1) }
}

private func takeBody(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    take(bytes, size * count, context) { $0.assembly.takeBody($1) }
}

/// Curl takes any number but the count it gave for an abort.
private func take(
    _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, _ context: UnsafeMutableRawPointer?,
    _ body: (CurlTransfer, UnsafeRawBufferPointer) -> ResponseAssembly.Verdict
) -> Int {
    guard let bytes, let context else { return 0 }
    let transfer = Unmanaged<CurlTransfer>.fromOpaque(context).takeUnretainedValue()
    return body(transfer, UnsafeRawBufferPointer(start: bytes, count: count)) == .proceed ? count : 0
}
