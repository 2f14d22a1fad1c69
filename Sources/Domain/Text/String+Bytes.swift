import Glibc

extension String {
    /// Lends the text's UTF-8 bytes; valid inside `body`.
    ///
    /// Unlike `withUTF8` it needs no copy of the text, which would count a reference. Inlined, because ids and titles are
    /// looked at by the hundred thousand.
    @inlinable
    package func withBytes<Value>(_ body: (UnsafeRawBufferPointer) throws -> Value) rethrows -> Value {
        if let value = try utf8.withContiguousStorageIfAvailable({ try body(UnsafeRawBufferPointer($0)) }) {
            return value
        }
        var copy = self
        return try copy.withUTF8 { try body(UnsafeRawBufferPointer($0)) }
    }

    /// Whether both are the same byte for byte, as a database compares them; Unicode's equivalence is slower and looser.
    package func hasBytes(of other: String) -> Bool {
        withBytes { bytes in
            other.withBytes { others in
                guard bytes.count == others.count, let one = bytes.baseAddress, let other = others.baseAddress
                else { return bytes.isEmpty && others.isEmpty }
                return memcmp(one, other, bytes.count) == 0
            }
        }
    }
}
