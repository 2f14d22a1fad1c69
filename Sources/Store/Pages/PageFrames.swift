import Compression
import Domain

/// The pages in the bytes of one file, in their order: a frame each, which is whole or is passed over.
struct PageFrames: IteratorProtocol {
    private let bytes: [UInt8]
    private var place = 0
    private var isAtEnd = false
    /// Where the last page ends that is whole; at the end of the bytes, what lies behind it is of no use.
    private(set) var end = 0
    /// Stretches that were passed over because they are damaged: a page each at least.
    private(set) var damagedCount = 0
    /// No page is larger: 64 MiB as they are received, and its head.
    private static let contentBytesMax = 80 << 20

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func next() -> KeptPage? {
        while let frame = ZstdFrame.next(in: bytes, from: place) {
            let content = ZstdFrame.content(bytes[frame], bytesMax: Self.contentBytesMax)
            guard let content, let page = KeptPage(lines: content) else {
                // Its length may be what is damaged: the next frame begins anywhere behind its first byte.
                place = frame.lowerBound + 1
                continue
            }
            if frame.lowerBound > end { damagedCount += 1 }
            place = frame.upperBound
            end = place
            return page
        }
        if end < bytes.count, !isAtEnd { damagedCount += 1 }
        isAtEnd = true
        return nil
    }
}
