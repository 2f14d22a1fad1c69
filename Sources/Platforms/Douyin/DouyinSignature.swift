internal import Digest
internal import Domain

/// How a request to the Douyin shop API is signed (official Go SDK, republished by zsmhub/doudian-sdk:
/// confidence A).
///
/// Of the two methods that the platform takes this is HMAC-SHA256; the other is MD5.
/// Signed are the secret, `app_key`, `method`, `param_json`, `timestamp` and `v` in this order, the secret
/// again. The access token and the name of the method of signing are not signed.
enum DouyinSignature {
    static let method = "hmac-sha256"
    static let version = "2"

    /// The signature in lower-case hex; `body` must be sent byte for byte as it is signed.
    static func sign(
        appKey: String, appSecret: String, method: String, body: [UInt8], timestamp: String
    ) -> String {
        var plain = Array("\(appSecret)app_key\(appKey)method\(method)param_json".utf8)
        plain += body
        plain += Array("timestamp\(timestamp)v\(version)\(appSecret)".utf8)
        return HMACSHA256.code(of: plain, key: Array(appSecret.utf8)).hexadecimal
    }
}
