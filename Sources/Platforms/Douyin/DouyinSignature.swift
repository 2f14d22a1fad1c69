internal import Crypto

/// How a request to the Douyin shop API is signed (official Go SDK, republished by zsmhub/doudian-sdk:
/// confidence A).
///
/// Signed are the secret, `app_key`, `method`, `param_json`, `timestamp` and `v` in this order, the secret
/// again. The access token and the name of the method of signing are not signed.
enum DouyinSignature: String, Sendable {
    case hmacSHA256 = "hmac-sha256"
    case md5

    static let version = "2"

    /// The signature in lower-case hex; `body` must be sent byte for byte as it is signed.
    func sign(appKey: String, appSecret: String, method: String, body: [UInt8], timestamp: String) -> String {
        var plain = Array("\(appSecret)app_key\(appKey)method\(method)param_json".utf8)
        plain += body
        plain += Array("timestamp\(timestamp)v\(Self.version)\(appSecret)".utf8)
        return switch self {
        case .hmacSHA256:
            Self.hex(
                HMAC<SHA256>.authenticationCode(for: plain, using: SymmetricKey(data: Array(appSecret.utf8))))
        case .md5: Self.hex(Insecure.MD5.hash(data: plain))
        }
    }

    private static let digits = Array("0123456789abcdef".utf8)

    private static func hex(_ bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
