import Compression
import SeededRandomness
import Testing

@Suite("Frames of Zstandard")
struct ZstdFrameTests {
    private static func texts(_ random: inout SeededRandom) -> [[UInt8]] {
        (0..<random.next(in: 1...8)).map { number in
            let bytes = (0..<random.next(in: 0...3_000)).map { _ in UInt8(random.next(in: 0...9)) }
            return Array("page \(number)".utf8) + bytes
        }
    }

    private static func contents(_ bytes: [UInt8]) -> [[UInt8]] {
        var (contents, place) = ([[UInt8]](), 0)
        while let frame = ZstdFrame.next(in: bytes, from: place) {
            let content = ZstdFrame.content(bytes[frame], bytesMax: 1 << 20)
            if let content { contents.append(content) }
            place = content == nil ? frame.lowerBound + 1 : frame.upperBound
        }
        return contents
    }

    @Test("what was compressed comes back, frame by frame", arguments: 0..<20)
    func thereAndBack(round: Int) throws {
        var random = SeededRandom()
        let texts = Self.texts(&random)
        let frames = try texts.map { try #require(ZstdFrame.compressed($0)) }
        #expect(Self.contents(Array(frames.joined())) == texts, "seed \(random.seed)")
    }

    @Test("a frame of which the end is missing is none", arguments: 0..<20)
    func torn(round: Int) throws {
        var random = SeededRandom()
        let frame = try #require(ZstdFrame.compressed(Self.texts(&random)[0]))
        let count = random.next(in: 0...(frame.count - 1))
        #expect(ZstdFrame.next(in: Array(frame[..<count]), from: 0) == nil, "seed \(random.seed)")
    }

    @Test("more than is allowed is not unpacked")
    func tooLarge() throws {
        let frame = try #require(ZstdFrame.compressed([UInt8](repeating: 7, count: 100_000)))
        #expect(ZstdFrame.content(frame[...], bytesMax: 99_999) == nil)
        #expect(ZstdFrame.content(frame[...], bytesMax: 100_000)?.count == 100_000)
    }
}
