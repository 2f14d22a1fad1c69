import CCurlShim

extension HTTPError {
    /// The one place where curl's result of a transfer becomes ours.
    ///
    /// `message` is curl's own text about it, `status` that of the last head received, 0 when there was none.
    init(curl result: CURLcode, message: String, status: Int, url: String) {
        let endpoint = Endpoint(url)
        let code = Self.code(of: result, message: message, status: status, endpoint: endpoint)
        // Only texts that cannot quote an address: others of curl hold the URL or the proxy's password.
        let isSafe =
            switch code {
            case .cannotConnect: result == CURLE_COULDNT_CONNECT
            case .timedOut, .stalled, .tls, .bodyCutShort, .reset: true
            default: false
            }
        let what = isSafe && !message.isEmpty ? message : String(cString: curl_easy_strerror(result))
        self.init(code: code, place: endpoint.text, detail: "\(endpoint.text): \(what)")
    }

    /// A failure that curl did not report.
    init(code: Code, url: String, what: String) {
        let place = Endpoint(url).text
        self.init(code: code, place: place, detail: "\(place): \(what)")
    }

    private static func code(
        of result: CURLcode, message: String, status: Int, endpoint: Endpoint
    ) -> Code {
        switch result {
        case CURLE_URL_MALFORMAT: .invalidURL
        // Also curl's answer to a server that does not speak HTTP at all.
        case CURLE_UNSUPPORTED_PROTOCOL:
            (300..<400).contains(status) || !endpoint.isHTTP
                ? .invalidURL : .other(curl: Int(result.rawValue))
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: .cannotResolve
        case CURLE_COULDNT_CONNECT, CURLE_PROXY: .cannotConnect
        // One number for three limits: only the text tells a stall.
        case CURLE_OPERATION_TIMEDOUT: message.hasPrefix("Operation too slow") ? .stalled : .timedOut
        case CURLE_PARTIAL_FILE: .bodyCutShort
        case CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_HTTP2, CURLE_HTTP2_STREAM: .reset
        // One number for a refused handshake, where OpenSSL names an error, and for a broken connection.
        case CURLE_SSL_CONNECT_ERROR:
            message.contains("error:0") && !message.contains("unexpected eof") ? .tls : .reset
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM,
            CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_CRL_BADFILE, CURLE_SSL_CLIENTCERT,
            CURLE_SSL_ENGINE_INITFAILED, CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_PINNEDPUBKEYNOTMATCH,
            CURLE_USE_SSL_FAILED:
            .tls
        default: .other(curl: Int(result.rawValue))
        }
    }
}

/// What of an address may be shown.
private struct Endpoint {
    let text: String
    let isHTTP: Bool

    init(_ url: String) {
        let parts = curl_url()
        defer { curl_url_cleanup(parts) }
        guard !url.utf8.contains(0),
            curl_url_set(parts, CURLUPART_URL, url, UInt32(CURLU_NON_SUPPORT_SCHEME)) == CURLUE_OK,
            let host = Self.part(CURLUPART_HOST, of: parts)
        else {
            text = "(unreadable address)"
            isHTTP = false
            return
        }
        let port = Self.part(CURLUPART_PORT, of: parts)
        text = port.map { "\(host):\($0)" } ?? host
        isHTTP = ["http", "https"].contains(Self.part(CURLUPART_SCHEME, of: parts))
    }

    private static func part(_ part: CURLUPart, of parts: OpaquePointer?) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard curl_url_get(parts, part, &text, UInt32(CURLU_DEFAULT_PORT)) == CURLUE_OK, let text else {
            return nil
        }
        defer { curl_free(text) }
        return String(cString: text)
    }
}
