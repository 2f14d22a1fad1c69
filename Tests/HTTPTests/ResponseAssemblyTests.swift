import SeededRandomness
import Testing

@testable import HTTP

@Suite("ResponseAssembly")
struct ResponseAssemblyTests {
    private func assembly(head: [String], bodyBytesMax: Int) -> ResponseAssembly {
        var assembly = ResponseAssembly(bodyBytesMax: bodyBytesMax)
        for line in head + [""] {
            #expect(Array("\(line)\r\n".utf8).withUnsafeBytes { assembly.takeHeadLine($0) } == .proceed)
        }
        return assembly
    }

    @Test("any cutting of any body within the limit gives the body, beyond it the refusal")
    func anyCutting() {
        let seed = UInt64.random(in: .min ... .max)
        print("seed \(seed)")
        var random = SeededRandom(seed: seed)
        for _ in 0..<500 {
            let count = Int.random(in: 0...5000, using: &random)
            let max = Int.random(in: 1...5000, using: &random)
            let announced = Int.random(in: -10...10_000, using: &random)
            let encoding = Bool.random(using: &random) ? ["Content-Encoding: gzip"] : []
            let body = (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &random) }
            var assembly = assembly(
                head: ["HTTP/1.1 200 OK", "Content-Length: \(announced)"] + encoding, bodyBytesMax: max)

            var rest = body[...]
            var verdict = ResponseAssembly.Verdict.proceed
            while verdict == .proceed, !rest.isEmpty {
                let piece = rest.prefix(Int.random(in: 1...2000, using: &random))
                verdict = Array(piece).withUnsafeBytes { assembly.takeBody($0) }
                rest = rest.dropFirst(piece.count)
            }

            let isRefused = count > max || (count > 0 && encoding.isEmpty && announced > max)
            #expect(verdict == (isRefused ? .abort : .proceed))
            #expect((assembly.refusal != nil) == isRefused)
            guard !isRefused else { continue }
            let response = assembly.finish()
            #expect(response.body == body)
            #expect(response.body.capacity >= count + ResponseAssembly.spareBytes)
        }
    }

    @Test("an announced length reserves no more than the limit")
    func absurdLength() {
        var assembly = assembly(
            head: ["HTTP/1.1 200 OK", "Content-Length: \(Int.max)", "Content-Encoding: gzip"],
            bodyBytesMax: 1000)

        #expect([UInt8]([1, 2, 3]).withUnsafeBytes { assembly.takeBody($0) } == .proceed)
        #expect(assembly.finish().body.capacity < 4000)
    }

    @Test(
        "the status is read from any version of the status line",
        arguments: [
            ("HTTP/1.1 200 OK", 200), ("HTTP/2 404", 404), ("HTTP/1.0 503 a b", 503), ("HTTP/1.1 x", 0),
            ("HTTP/", 0),
        ])
    func status(line: String, status: Int) {
        #expect(assembly(head: [line], bodyBytesMax: 1).status == status)
    }

    @Test("of a header that comes twice the first counts, and a name must match as a whole")
    func headers() {
        let response = HTTPResponse(
            status: 200, headerLines: "X-Ab: no\nx-a:\t one \r\nX-A: two\n folded\nnonsense\n\nLast: end",
            body: [])

        #expect(response.header("X-A") == "one")
        #expect(response.header("X") == nil)
        #expect(response.header("nonsense") == nil)
        #expect(response.header("last") == "end")
    }
}
