/// Memory that bound texts lie in until their statement has run: a ring that is written over again and again.
///
/// A statement bound text by text has a few of them (rows that go many at once keep their own bytes, see `RowInserter`),
/// and a text here is at most 1/128 of the ring: what one statement binds is never written over before it runs.
final class TextScratch {
    /// Made with the first text: a query that binds numbers needs none.
    private lazy var memory = UnsafeMutableBufferPointer<CChar>.allocate(capacity: byteCount)
    private let byteCount: Int
    private var isMade = false
    private let textByteCountMax: Int
    private var next = 0

    init(byteCount: Int) {
        self.byteCount = byteCount
        textByteCountMax = byteCount / 128
    }

    deinit {
        if isMade { memory.deallocate() }
    }

    /// A copy of the text, or `nil` where it is too long for the ring.
    func copy(_ bytes: UnsafeRawBufferPointer) -> UnsafePointer<CChar>? {
        guard bytes.count <= textByteCountMax else { return nil }
        isMade = true
        guard let base = memory.baseAddress else { return nil }
        if next + bytes.count > memory.count { next = 0 }
        let start = base + next
        if let source = bytes.baseAddress {
            UnsafeMutableRawPointer(start).copyMemory(from: source, byteCount: bytes.count)
        }
        next += bytes.count
        return UnsafePointer(start)
    }
}
