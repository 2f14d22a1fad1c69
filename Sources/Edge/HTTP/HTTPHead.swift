/// The header lines of an answer, kept as they came and searched on demand: a page has a dozen of them and
/// nobody reads more than two.
struct HTTPHead: Sendable {
    private(set) var lines: [UInt8] = []

    mutating func append(_ line: UnsafeRawBufferPointer) { lines.append(contentsOf: line) }

    mutating func removeAll() { lines.removeAll(keepingCapacity: true) }

    /// First value of that name, any case, without the blanks around it.
    func value(of name: String) -> String? {
        var start = lines.startIndex
        while start < lines.endIndex {
            let end = lines[start...].firstIndex(of: UInt8(ascii: "\n")) ?? lines.endIndex
            if let value = Self.value(in: lines[start..<end], of: name) { return value }
            start = end + 1
        }
        return nil
    }

    private static func value(in line: ArraySlice<UInt8>, of name: String) -> String? {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon - line.startIndex == name.utf8.count,
            zip(line, name.utf8).allSatisfy({ lowercased($0) == lowercased($1) })
        else { return nil }
        let value = line[(colon + 1)...].drop(while: isBlank)
        let last = value.lastIndex { !isBlank($0) }
        return String(decoding: last.map { value[...$0] } ?? [], as: UTF8.self)
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
}
