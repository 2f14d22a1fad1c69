import Crypto

/// The signature that a right client sends, worked out apart from any client.
///
/// Secret, `app_key`, `method`, `param_json`, `timestamp`, `v` with their values, secret; HMAC-SHA256 by the secret, or
/// MD5; lower-case hexadecimal.
enum DouyinSignature {
    /// The parameters of a request that are signed.
    struct Signed {
        let appKey: String
        let method: String
        let body: [UInt8]
        let timestamp: String
        let version: String
    }

    static func isRight(_ sign: String, for signed: Signed, secret: String, signMethod: String) -> Bool {
        let head = "\(secret)app_key\(signed.appKey)method\(signed.method)param_json"
        let tail = "timestamp\(signed.timestamp)v\(signed.version)\(secret)"
        let plain = Array(head.utf8) + signed.body + Array(tail.utf8)
        switch signMethod {
        case "hmac-sha256", "":
            return sign == Hexadecimal.hmac(plain, secret: secret)
        case "md5":
            return sign == Hexadecimal.text(Insecure.MD5.hash(data: plain))
        default:
            return false
        }
    }
}

/// Digests in lower-case hexadecimal.
enum Hexadecimal {
    static func hmac(_ plain: [UInt8], secret: String) -> String {
        text(HMAC<SHA256>.authenticationCode(for: plain, using: SymmetricKey(data: Array(secret.utf8))))
    }

    static func text(_ digest: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
