import Foundation

/// Writes a ZIP archive, each file as it is or deflated.
package struct WrittenZip {
    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var count: UInt16 = 0

    /// An archive without files.
    package init() {}

    /// Adds a file; `isDeflated` packs it into blocks that are not compressed, which is what a reader must unpack too.
    package mutating func add(
        _ name: [UInt8], _ content: [UInt8], isUTF8: Bool = false, isDeflated: Bool = false,
        password: [UInt8]? = nil
    ) {
        var packed = isDeflated ? Self.storedBlocks(content) : content
        if let password {
            var cipher = OldZipCipher(password, table: Self.table)
            // The last byte of the twelve in front shows whether the password is right.
            let check = UInt8(Self.checksum(content) >> 24)
            packed = ([UInt8](repeating: 7, count: 11) + [check] + packed).map { cipher.encrypt($0) }
        }
        var header: [UInt8] = []
        append(20 as UInt16, &header)
        append(UInt16((isUTF8 ? 0x800 : 0) | (password == nil ? 0 : 1)), &header)
        append(UInt16(isDeflated ? 8 : 0), &header)
        append(0x5B61_6000 as UInt32, &header)
        append(Self.checksum(content), &header)
        append(UInt32(packed.count), &header)
        append(UInt32(content.count), &header)
        append(UInt16(name.count), &header)
        append(0 as UInt16, &header)
        append(0x0201_4B50 as UInt32, &directory)
        append(20 as UInt16, &directory)
        directory += header
        directory += [UInt8](repeating: 0, count: 10)
        append(UInt32(body.count), &directory)
        directory += name
        append(0x0403_4B50 as UInt32, &body)
        body += header + name + packed
        count += 1
    }

    /// Adds a file by a name of ASCII letters.
    package mutating func add(_ name: String, _ content: String) {
        add(Array(name.utf8), Array(content.utf8), isDeflated: true)
    }

    /// The archive.
    package var bytes: [UInt8] {
        var end: [UInt8] = []
        append(0x0605_4B50 as UInt32, &end)
        append(0 as UInt32, &end)
        append(count, &end)
        append(count, &end)
        append(UInt32(directory.count), &end)
        append(UInt32(body.count), &end)
        append(0 as UInt16, &end)
        return body + directory + end
    }

    private func append(_ number: some FixedWidthInteger, _ bytes: inout [UInt8]) {
        withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
    }

    private static func storedBlocks(_ content: [UInt8]) -> [UInt8] {
        var packed: [UInt8] = []
        var rest = content[...]
        repeat {
            let block = rest.prefix(0xFFFF)
            rest = rest.dropFirst(block.count)
            let length = UInt16(block.count)
            packed.append(rest.isEmpty ? 1 : 0)
            for number in [length, ~length] { packed += [UInt8(number & 0xFF), UInt8(number >> 8)] }
            packed += block
        } while !rest.isEmpty
        return packed
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes { sum = table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ sum >> 8 }
        return ~sum
    }

    private static let table: [UInt32] = (0..<256).map { (index: UInt32) in
        (0..<8).reduce(index) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
    }
}

/// The cipher of old ZIP programs.
private struct OldZipCipher {
    private var keys: (UInt32, UInt32, UInt32) = (0x1234_5678, 0x2345_6789, 0x3456_7890)
    private let table: [UInt32]

    package init(_ password: [UInt8], table: [UInt32]) {
        self.table = table
        for byte in password { update(byte) }
    }

    package mutating func encrypt(_ byte: UInt8) -> UInt8 {
        let mask = keys.2 | 2
        let key = UInt8(truncatingIfNeeded: (mask &* (mask ^ 1)) >> 8)
        update(byte)
        return byte ^ key
    }

    private mutating func update(_ byte: UInt8) {
        keys.0 = sum(keys.0, byte)
        keys.1 = (keys.1 &+ (keys.0 & 0xFF)) &* 134_775_813 &+ 1
        keys.2 = sum(keys.2, UInt8(truncatingIfNeeded: keys.1 >> 24))
    }

    private func sum(_ sum: UInt32, _ byte: UInt8) -> UInt32 {
        table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ sum >> 8
    }
}
