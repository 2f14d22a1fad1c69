import Digest
import Domain
import Testing

@Suite("SHA-256")
struct SHA256Tests {
    /// FIPS 180-4's examples; the last is `printf %s 带货 | sha256sum`.
    @Test(
        "is the published one",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
            ("带货", "d2a5e6706a30a8f66cfb09b45b32e4516c9a550284ad1f145a04fc1ceb2c7c63"),
        ])
    func known(text: String, expected: String) {
        #expect(SHA256.hash(Array(text.utf8)).hexadecimal == expected)
    }

    @Test(
        "does not depend on how the bytes are cut", arguments: [1, 63, 64, 65, 4_096, 999_999, 1_000_000])
    func pieces(byteCount: Int) {
        let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
        var hasher = SHA256()
        for start in stride(from: 0, to: bytes.count, by: byteCount) {
            hasher.update(Array(bytes[start..<min(start + byteCount, bytes.count)]))
            hasher.update([])
        }

        #expect(
            hasher.finalize().hexadecimal
                == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test("hashers beside each other do not mix their bytes")
    func apart() {
        var one = SHA256()
        var other = SHA256()
        one.update(Array("a".utf8))
        other.update(Array("x".utf8))
        one.update(Array("bc".utf8))

        #expect(one.finalize() == SHA256.hash(Array("abc".utf8)))
        #expect(other.finalize() == SHA256.hash(Array("x".utf8)))
    }
}
