internal import Clibcrypto

/// HMAC with SHA-256 (RFC 2104), worked out by OpenSSL's libcrypto.
package enum HMACSHA256 {
    /// The 32 bytes of the code of these bytes, by a key of any length.
    ///
    /// Ends the process where libcrypto cannot do it.
    package static func code(of bytes: [UInt8], key: [UInt8]) -> [UInt8] {
        var code = [UInt8](repeating: 0, count: SHA256.byteCount)
        let result = HMAC(EVP_sha256(), key, Int32(key.count), bytes, bytes.count, &code, nil)
        Libcrypto.expect(result != nil)
        return code
    }
}
