import Domain
internal import JSON

/// What an answer's envelope says: success, or an error with its consequence.
///
/// New: `{"code":10000,"sub_code":…,"data":…}`; old: `{"err_no":0,"message":…,"data":…}`. Codes: official
/// table through sevencat/ecommerce_sdk (A for the numbers, B for token codes). The platform's own messages
/// are never repeated: they may hold data.
enum DouyinAnswer {
    /// Passes where the answer succeeded wholly.
    static func check(_ root: JSONView) throws(PlatformError) {
        let new = number(root, "code")
        guard let code = new ?? number(root, "err_no") else {
            throw PlatformError(.retry, code: "no code", advice: Notice("douyin.answer_without_code"))
        }
        let isOld = new == nil
        if code == 10_000 || isOld && code == 0 { return }
        let subCode = root["sub_code"]?.textIfPresent().flatMap(harmless) ?? ""
        let verdict = verdict(code, subCode)
        let (consequence, advice) = verdict ?? (.retry, "douyin.unknown_error")
        throw PlatformError(
            consequence, code: subCode.isEmpty ? "\(code)" : "\(code) \(subCode)", advice: Notice(advice),
            basis: verdict == nil ? .noCode : .knownCode)
    }

    private static func number(_ root: JSONView, _ key: JSONKey) -> Int64? {
        try? root.integerIfPresent(key)
    }

    /// A success that lacks what it must hold.
    static func incomplete(_ what: Notice) -> PlatformError {
        PlatformError(.retry, code: "10000", advice: Notice("douyin.answer_incomplete", what))
    }

    /// A sub-code as it is, unless it is free text.
    static func harmless(_ subCode: String) -> String? {
        let isCode = subCode.utf8.allSatisfy { byte in
            UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: ":") ~= byte
                || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        }
        return isCode && subCode.utf8.count <= 80 ? subCode : nil
    }

    /// What follows, and the code of the advice.
    private typealias Verdict = (consequence: PlatformError.Consequence, advice: String)

    /// `nil`: the code is none of the platform's.
    private static func verdict(_ code: Int64, _ subCode: String) -> Verdict? {
        if let verdict = bySubCode.first(where: { subCode.hasPrefix($0.0) }) { return (verdict.1, verdict.2) }
        return switch code {
        case 10_001: (.retry, "douyin.partial_data")
        case 20_000..<30_000: (.retry, "douyin.busy")
        case 30_002: (.stopAccount, "douyin.address_not_allowed")
        case 30_000..<40_000: (.stopAccount, "douyin.no_permission")
        case 50_001: (.tokenExpired, "douyin.authorisation_expired")
        case 60_000: (.slowDown, "douyin.rate_limited")
        case 70_000..<80_000: (.stopAccount, "douyin.call_withdrawn")
        case 80_000..<90_000: (.stopAccount, "douyin.blocked_by_risk_control")
        default: byClass(subCode)
        }
    }

    /// `isv.` is the caller's fault, `dop.` a matter of authorisation, all else the platform's.
    private static func byClass(_ subCode: String) -> Verdict? {
        if subCode.hasPrefix("isv.") { return (.stopAccount, "douyin.request_refused") }
        if subCode.hasPrefix("dop.") { return (.stopAccount, "douyin.authorisation_faulty") }
        return nil
    }

    /// Sub-codes by their beginning; the first that fits counts.
    private static let bySubCode: [(String, PlatformError.Consequence, advice: String)] = [
        ("isv.access-token-expired", .tokenExpired, "douyin.token_expired"),
        ("isv.access-token-no-existed", .tokenExpired, "douyin.token_unknown"),
        ("isv.access-token-missing", .stopAccount, "douyin.token_missing"),
        ("isv.signature-invalid", .stopAccount, "douyin.signature_wrong"),
        ("isv.timestamp-invalid", .stopAccount, "douyin.clock_wrong"),
        ("isv.app-permissions-insufficient", .stopAccount, "douyin.call_not_permitted"),
        ("dop.authorization-", .stopAccount, "douyin.authorisation_withdrawn"),
        ("dop.token-generate-failed:no-authorization", .stopAccount, "douyin.not_authorised"),
        ("isv.parameter-invalid:20013", .splitWindow, "douyin.window_too_full"),
        ("isv.parameter-invalid:20022", .stopAccount, "douyin.beyond_reach"),
    ]
}
