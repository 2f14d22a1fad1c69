/// One request: what to send, and how long and how large the exchange may get.
package struct HTTPRequest: Sendable {
    /// `GET`, `POST`, … in capitals.
    package var method: String
    /// Absolute `http` or `https` address with its query, already percent-encoded.
    package var url: String
    /// Sent as given, in this order.
    ///
    /// None is invented except `Host`, `Accept`, `Accept-Encoding`, `User-Agent` and `Content-Length`; an
    /// empty value is sent as an empty value.
    package var headers: [(name: String, value: String)]
    /// Sent byte by byte; empty means no body.
    package var body: [UInt8]
    package var limits: HTTPLimits
    /// Whether up to 5 redirects to `http` or `https` are followed.
    ///
    /// The headers go to the new host too, except `Authorization` and `Cookie`: leave it off where another
    /// header holds a secret.
    package var followsRedirects: Bool
    /// Whether it goes out at most once, over a connection of its own.
    ///
    /// Else curl sends it again where a kept connection turns out closed: a server that has taken it already gets it twice.
    package var isSentOnce: Bool

    package init(
        method: String = "GET",
        url: String,
        headers: [(name: String, value: String)] = [],
        body: [UInt8] = [],
        limits: HTTPLimits = .page,
        followsRedirects: Bool = false,
        isSentOnce: Bool = false
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.limits = limits
        self.followsRedirects = followsRedirects
        self.isSentOnce = isSentOnce
    }

    /// What would let a header or the method smuggle a second header or request; nil when all is well.
    var flaw: String? {
        if method.isEmpty || !method.utf8.allSatisfy(Self.isToken) {
            return "the method is not a word of letters"
        }
        for (name, value) in headers {
            guard !name.isEmpty, name.utf8.allSatisfy(Self.isToken) else {
                return "a header's name is empty or holds a forbidden character"
            }
            guard value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
                return "the value of header \(name) holds a control character"
            }
        }
        return nil
    }

    /// Letters, digits and the signs of RFC 9110, section 5.6.2.
    private static func isToken(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}
