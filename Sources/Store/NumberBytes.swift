/// Writes the numbers of a value that is stored as a whole (a sheet, the credits of a line): LEB128, signed ones in
/// zigzag, so that small ones take a byte.
struct NumberWriter {
    /// A number takes at most so many bytes.
    static let numberBytesMax = 10

    private let buffer: UnsafeMutableBufferPointer<UInt8>
    private var position = 0

    /// The bytes that the closure writes, at most so many.
    static func bytes(atMost byteCount: Int, _ body: (inout NumberWriter) -> Void) -> [UInt8] {
        Array(unsafeUninitializedCapacity: byteCount) { buffer, count in
            var writer = NumberWriter(buffer: buffer)
            body(&writer)
            count = writer.position
        }
    }

    /// Lends the bytes that the first closure writes to the second, without a place of their own in memory.
    static func lend<Value>(
        atMost byteCount: Int, _ write: (inout NumberWriter) -> Void,
        to body: (UnsafeBufferPointer<UInt8>) throws -> Value
    ) rethrows -> Value {
        try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: byteCount) { buffer in
            var writer = NumberWriter(buffer: buffer)
            write(&writer)
            return try body(UnsafeBufferPointer(rebasing: buffer[..<writer.position]))
        }
    }

    mutating func add(unsigned number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            add(byte: UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        add(byte: UInt8(truncatingIfNeeded: rest))
    }

    mutating func add(_ number: Int64) {
        add(unsigned: UInt64(bitPattern: number << 1 ^ number >> 63))
    }

    mutating func add(_ other: [UInt8]) {
        for byte in other { add(byte: byte) }
    }

    private mutating func add(byte: UInt8) {
        buffer[position] = byte
        position += 1
    }

    private init(buffer: UnsafeMutableBufferPointer<UInt8>) {
        self.buffer = buffer
    }
}

/// Reads what `NumberWriter` wrote.
///
/// Bytes that end too early read as zeros; `isBroken` tells.
struct NumberReader {
    private let bytes: UnsafeRawBufferPointer
    private var position = 0
    private(set) var isBroken = false

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { position >= bytes.count || isBroken }

    /// What has not been read.
    var rest: [UInt8] { Array(bytes[min(position, bytes.count)...]) }

    mutating func unsigned() -> UInt64 {
        var number: UInt64 = 0
        var shift: UInt64 = 0
        while position < bytes.count, shift < 64 {
            let byte = bytes[position]
            position += 1
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return number }
            shift += 7
        }
        isBroken = true
        return 0
    }

    /// A sum, an amount or a key; a day of a shop comes nowhere near the limit, an amount being at most 10^13.
    mutating func signed() -> Int64 {
        let number = unsigned()
        guard number >> 1 <= Self.magnitudeMax else {
            isBroken = true
            return 0
        }
        return Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1)
    }

    private static let magnitudeMax: UInt64 = 1 << 58

    /// A place among so many things.
    mutating func place(below count: Int) -> Int {
        let place = unsigned()
        guard place < UInt64(count) else {
            isBroken = true
            return 0
        }
        return Int(place)
    }

    /// A count of things of which each takes a byte at least.
    mutating func count() -> Int {
        let count = unsigned()
        guard count <= UInt64(bytes.count - position) else {
            isBroken = true
            return 0
        }
        return Int(count)
    }
}
