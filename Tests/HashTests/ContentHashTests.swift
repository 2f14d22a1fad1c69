import Hash
import Testing

@Suite("The hash of a page")
struct ContentHashTests {
    private func hash(_ text: String) -> String {
        Array(text.utf8).withUnsafeBytes { ContentHash($0).description }
    }

    /// Expected values: `printf %s TEXT | xxhsum -H2`.
    @Test(
        "is XXH3 as others compute it",
        arguments: [
            ("", "99aa06d3014798d86001c324468d497f"),
            ("a", "a96faf705af16834e6c632b61e964e1f"),
            ("带货", "1031c9796e2b2f99ed6183ec281fd271"),
        ])
    func known(text: String, expected: String) {
        #expect(hash(text) == expected)
    }

    @Test("differs for a single byte anywhere, and for length alone")
    func differs() {
        var hashes: Set<String> = []
        for length in 0..<300 {
            let bytes = [UInt8](repeating: 0, count: length)
            hashes.insert(bytes.withUnsafeBytes { ContentHash($0).description })
        }
        for place in 0..<300 {
            var bytes = [UInt8](repeating: 0, count: 300)
            bytes[place] = 1
            hashes.insert(bytes.withUnsafeBytes { ContentHash($0).description })
        }
        #expect(hashes.count == 600)
    }
}
