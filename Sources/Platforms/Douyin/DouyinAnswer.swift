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
            throw PlatformError(.retry, code: "no code", advice: "抖店的回复里没有 code，不像抖店的接口，请检查 base_url，稍后会重试")
        }
        let isOld = new == nil
        if code == 10_000 || isOld && code == 0 { return }
        let subCode = root["sub_code"]?.textIfPresent().flatMap(harmless) ?? ""
        let (consequence, advice) = verdict(code, subCode)
        throw PlatformError(
            consequence, code: subCode.isEmpty ? "\(code)" : "\(code) \(subCode)", advice: advice)
    }

    private static func number(_ root: JSONView, _ key: JSONKey) -> Int64? {
        try? root.integerIfPresent(key)
    }

    /// A success that lacks what it must hold.
    static func incomplete(_ what: String) -> PlatformError {
        PlatformError(.retry, code: "10000", advice: "抖店的回复不完整（\(what)），稍后会重试，若一直如此请报告开发者")
    }

    /// A sub-code as it is, unless it is free text.
    private static func harmless(_ subCode: String) -> String? {
        let isCode = subCode.utf8.allSatisfy { byte in
            UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: ":") ~= byte
                || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        }
        return isCode && subCode.utf8.count <= 80 ? subCode : nil
    }

    private typealias Verdict = (PlatformError.Consequence, String)

    private static func verdict(_ code: Int64, _ subCode: String) -> Verdict {
        if let verdict = bySubCode.first(where: { subCode.hasPrefix($0.0) }) { return (verdict.1, verdict.2) }
        return switch code {
        case 10_001: (.retry, "抖店只返回了一部分数据，稍后会重试，不会漏单")
        case 20_000..<30_000: (.retry, "抖店服务繁忙或超时，稍后会自动重试")
        case 30_002: (.stopAccount, "本机 IP 不在抖店应用的白名单里，请在抖店开放平台把它加入白名单")
        case 30_000..<40_000: (.stopAccount, "应用没有这个接口的权限，请在抖店开放平台申请权限，并请店铺重新授权")
        case 50_001: (.tokenExpired, "抖店的授权已失效，请重新授权并更新 access_token")
        case 60_000: (.slowDown, "抖店限流，已自动放慢，稍后继续")
        case 70_000..<80_000: (.stopAccount, "抖店已下线这个接口，请升级 daihuo")
        case 80_000..<90_000: (.stopAccount, "请求被抖店的风控拦截，请联系抖店客服解除")
        default: byClass(subCode)
        }
    }

    /// `isv.` is the caller's fault, `dop.` a matter of authorisation, all else the platform's.
    private static func byClass(_ subCode: String) -> Verdict {
        if subCode.hasPrefix("isv.") {
            return (.stopAccount, "抖店不接受这次请求，请核对账号的设置，若设置无误请报告开发者")
        }
        if subCode.hasPrefix("dop.") { return (.stopAccount, "店铺的授权有问题，请店铺主账号重新授权这个应用") }
        return (.retry, "抖店返回了没见过的错误，稍后会重试，若一直如此请报告开发者")
    }

    /// Sub-codes by their beginning; the first that fits counts.
    private static let bySubCode: [(String, PlatformError.Consequence, String)] = [
        (
            "isv.access-token-expired", .tokenExpired,
            "access_token 已过期，请重新授权并更新 access_token"
        ),
        (
            "isv.access-token-no-existed", .tokenExpired,
            "access_token 不存在或已作废，请重新授权并更新 access_token"
        ),
        ("isv.access-token-missing", .stopAccount, "请求没有带 access_token，请在这个账号下填写"),
        ("isv.signature-invalid", .stopAccount, "签名不对，请核对 app_key 和 app_secret 是否属于同一个抖店应用"),
        ("isv.timestamp-invalid", .stopAccount, "本机时间与抖店相差太多，请校准本机时间"),
        ("isv.app-permissions-insufficient", .stopAccount, "应用没有这个接口的权限，请在抖店开放平台申请"),
        ("dop.authorization-", .stopAccount, "店铺没有授权这个应用或已取消授权，请店铺主账号重新授权"),
        ("dop.token-generate-failed:no-authorization", .stopAccount, "店铺没有授权这个应用，请店铺主账号先授权"),
        ("isv.parameter-invalid:20013", .splitWindow, "这段时间超过 5 万条，已改为更短的时间段重新读取"),
        (
            "isv.parameter-invalid:20022", .stopAccount,
            "抖店只提供近 90 天的数据，请把 since 改到 90 天之内，更早的订单请用订单导出文件导入"
        ),
    ]
}
