internal import Clibcrypto

/// SHA-256 of bytes that come piece by piece, worked out by OpenSSL's libcrypto.
///
/// Ends the process where libcrypto cannot do it.
package struct SHA256: ~Copyable {
    /// The number of bytes of a hash.
    static let byteCount = 32

    private let context: OpaquePointer?

    /// Nothing is hashed yet.
    package init() {
        context = EVP_MD_CTX_new()
        Libcrypto.expect(context != nil && EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1)
    }

    deinit {
        EVP_MD_CTX_free(context)
    }

    /// Hashes these bytes behind those before; how they are cut into pieces does not matter.
    package mutating func update(_ bytes: [UInt8]) {
        Libcrypto.expect(EVP_DigestUpdate(context, bytes, bytes.count) == 1)
    }

    /// The 32 bytes of the hash of all that came.
    package consuming func finalize() -> [UInt8] {
        var hash = [UInt8](repeating: 0, count: Self.byteCount)
        Libcrypto.expect(EVP_DigestFinal_ex(context, &hash, nil) == 1)
        return hash
    }

    /// The 32 bytes of the hash of these bytes.
    package static func hash(_ bytes: [UInt8]) -> [UInt8] {
        var hasher = SHA256()
        hasher.update(bytes)
        return hasher.finalize()
    }
}
