import Digest
import Domain

/// The signature that a right client sends, worked out apart from any client.
///
/// Secret, `app_key`, `method`, `param_json`, `timestamp`, `v` with their values, secret; HMAC-SHA256 by the secret;
/// lower-case hexadecimal. MD5, the platform's other method, is refused: no client here uses it.
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
        return ["hmac-sha256", ""].contains(signMethod)
            && sign == HMACSHA256.code(of: plain, key: Array(secret.utf8)).hexadecimal
    }
}
