/// The answer as it arrives, a plain value that takes in what curl hands over and says whether to go on.
///
/// It knows no curl, so that it can be tested without one.
struct ResponseAssembly {
    enum Verdict: Equatable {
        case proceed, abort
    }

    private enum Stage: Equatable {
        case head, body, refused(String)
    }

    /// Unused capacity kept behind the body, see ``HTTPResponse/body``.
    static let spareBytes = 64
    /// No real head comes near it; without it an endless head would fill the memory.
    static let headBytesMax = 256 * 1024

    private let bodyBytesMax: Int
    private var stage = Stage.head
    private(set) var status = 0
    private var head = HTTPHead()
    private var body: [UInt8] = []

    init(bodyBytesMax: Int) { self.bodyBytesMax = max(bodyBytesMax, 1) }

    /// Why this value asked for the abort; nil when it did not.
    var refusal: String? {
        if case .refused(let reason) = stage { reason } else { nil }
    }

    /// Takes one line with its line end: a status line, a header, or the blank line after them.
    mutating func takeHeadLine(_ line: UnsafeRawBufferPointer) -> Verdict {
        if line.starts(with: "HTTP/".utf8) {
            // A further head replaces the last: after 100 Continue, a proxy's CONNECT or a redirect.
            status = Self.status(in: line)
            head.removeAll()
            return .proceed
        }
        guard head.lines.count + line.count <= Self.headBytesMax else {
            return refuse("the answer's head is longer than \(Self.headBytesMax) bytes")
        }
        head.append(line)
        return .proceed
    }

    /// Takes the next decoded bytes of the body.
    mutating func takeBody(_ bytes: UnsafeRawBufferPointer) -> Verdict {
        if stage == .head {
            stage = .body
            let expected = expectedBodyBytes
            guard expected.isDecoded || expected.count <= bodyBytesMax else { return refuseBody() }
            body.reserveCapacity(min(expected.count, bodyBytesMax) + Self.spareBytes)
        }
        guard body.count + bytes.count <= bodyBytesMax else { return refuseBody() }
        body.append(contentsOf: bytes)
        return .proceed
    }

    /// The finished answer; this value is empty afterwards.
    mutating func finish() -> HTTPResponse {
        body.reserveCapacity(body.count + Self.spareBytes)
        let response = HTTPResponse(status: status, head: head, body: body)
        self = ResponseAssembly(bodyBytesMax: bodyBytesMax)
        return response
    }

    private mutating func refuseBody() -> Verdict {
        refuse("the answer's body is longer than \(bodyBytesMax) bytes")
    }

    private mutating func refuse(_ reason: String) -> Verdict {
        stage = .refused(reason)
        body = []
        return .abort
    }

    /// A hint from Content-Length; text compresses to a quarter or less, so a compressed one counts
    /// four-fold.
    private var expectedBodyBytes: (count: Int, isDecoded: Bool) {
        guard let length = head.value(of: "content-length").flatMap({ Int($0) }), length > 0 else {
            return (0, false)
        }
        guard head.value(of: "content-encoding") != nil else { return (length, false) }
        return (length > bodyBytesMax / 4 ? bodyBytesMax : length * 4, true)
    }

    private static func status(in line: UnsafeRawBufferPointer) -> Int {
        let digits = line.drop { $0 != UInt8(ascii: " ") }.dropFirst().prefix(3)
        return Int(String(decoding: digits, as: UTF8.self)) ?? 0
    }
}
