import Domain
internal import XML

/// The texts that a workbook's cells share, one after the other in memory.
///
/// A million different texts of 20 bytes take 28 MB.
final class SharedStrings: Sendable {
    /// A workbook with more of them, with their places, is refused.
    static let bytesMax = 1 << 27
    /// One text may have so many; Excel's own limit is 32,767 characters.
    static let textBytesMax = 1 << 20

    private let blocks: [[UInt8]]
    /// Of each text its place, counted over all blocks, and in the lower bits its length.
    private let places: [UInt64]

    /// No texts at all.
    init() {
        (blocks, places) = ([], [])
    }

    /// Reads them from their part of the workbook.
    init(_ part: ZipPart, file: String) throws(TabularError) {
        let collector = Collector()
        let reader = try collector.reading(file: file)
        let isTooMuch = try reader.advance(file: file) { (buffer) throws(TabularError) in
            try part.read(buffer)
        }
        guard !isTooMuch else {
            throw TabularError(
                file: file, what: Notice("table.texts_too_large"), remedy: Notice("table.divide"))
        }
        (blocks, places) = (collector.blocks, collector.places)
    }

    /// Appends a text to the bytes; `false` where there is none of that number.
    func append(_ index: Int, to bytes: inout [UInt8]) -> Bool {
        guard places.indices.contains(index) else { return false }
        let place = Int(places[index] >> Self.lengthBits)
        let length = Int(places[index] & (1 << Self.lengthBits - 1))
        let start = place % Self.textBytesMax
        bytes.append(contentsOf: blocks[place / Self.textBytesMax][start..<(start + length)])
        return true
    }

    private static let lengthBits: UInt64 = 24

    /// Gathers the texts: of a rich one the runs in a row, without the phonetic guides beside it.
    private final class Collector: XMLHandler {
        var blocks: [[UInt8]] = []
        var places: [UInt64] = []
        private var current: [UInt8] = []
        private var isText = false
        private var isPhonetic = false
        private var isTooMuch = false

        func start(_ name: XMLName, _ attributes: XMLAttributes) {
            switch name {
            case "t": isText = !isPhonetic
            case "rPh": isPhonetic = true
            case "si": current.removeAll(keepingCapacity: true)
            default: break
            }
        }

        func text(_ piece: UnsafeBufferPointer<UInt8>) {
            guard isText else { return }
            if current.count + piece.count > textBytesMax {
                isTooMuch = true
            } else {
                current.append(contentsOf: piece)
            }
        }

        func end(_ name: XMLName) -> Bool {
            switch name {
            case "t": isText = false
            case "rPh": isPhonetic = false
            case "si": keep()
            default: break
            }
            return isTooMuch
        }

        private func keep() {
            EscapedText.decode(&current, from: 0)
            if blocks.isEmpty || blocks[blocks.count - 1].count + current.count > textBytesMax {
                blocks.append([])
                blocks[blocks.count - 1].reserveCapacity(textBytesMax)
            }
            let block = blocks.count - 1
            let place = UInt64(block * textBytesMax + blocks[block].count)
            places.append(place << lengthBits | UInt64(current.count))
            blocks[block].append(contentsOf: current)
            isTooMuch = isTooMuch || blocks.count * textBytesMax + places.count * 8 > bytesMax
        }
    }
}
