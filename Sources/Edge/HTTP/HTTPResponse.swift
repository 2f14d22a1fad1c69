import CCurlShim

/// The answer to one request, of any status: 404 and 500 are answers, not errors.
package struct HTTPResponse: Sendable {
    package let status: Int
    /// Decompressed.
    ///
    /// Keeps at least 64 bytes of unused capacity, so that a parser's padding can be appended without a copy
    /// as long as this array is the only reference to its bytes.
    package var body: [UInt8]
    private let head: HTTPHead

    /// `headerLines`: `Name: value` lines, each ended by a line feed.
    package init(status: Int, headerLines: String = "", body: [UInt8]) {
        self.init(status: status, head: HTTPHead(lines: Array(headerLines.utf8)), body: body)
    }

    init(status: Int, head: HTTPHead, body: [UInt8]) {
        self.status = status
        self.head = head
        self.body = body
    }

    /// The first value of the header, its name in any case; nil when the answer has none.
    package func header(_ name: String) -> String? { head.value(of: name) }

    /// The header as an HTTP date of any of the three forms, in seconds since 1970 UTC; nil when it is none.
    package func dateSeconds(_ name: String) -> Int64? {
        // Curl also reads a day alone and zones of America by name, where CST is six hours off and not China's.
        guard let text = header(name), text.contains(":"),
            text.hasSuffix("GMT") || text.last?.isNumber == true
        else { return nil }
        let seconds = Int64(curl_getdate(text, nil))
        return seconds > 0 ? seconds : nil
    }
}
