internal import JSON
internal import YAML

/// What an answer means: records, or an error with its consequence.
struct DeclaredAnswer: Sendable {
    let records: ValuePath
    private let success: (path: ValuePath, values: [String])?
    private let code: ValuePath?
    private let message: ValuePath?
    private let errors: [String: PlatformError.Consequence]
    private let otherErrors: PlatformError.Consequence

    init(_ section: DescriptionSection) {
        records = section.required(path: "records")
        let success = section.section("success").map(Self.success)
        self.success = success
        code = section.path("code") ?? success?.path
        message = section.path("message")
        var errors = Self.errors(section.section("errors"))
        otherErrors = errors.removeValue(forKey: "*") ?? .stopAccount
        self.errors = errors
        section.finish()
    }

    /// Throws the error that an answer states.
    func refuseFailure(_ root: RecordScope) throws(PlatformError) {
        guard let success, !success.values.contains(success.path.word(root) ?? "") else { return }
        throw failure(root) ?? nonsense("回答里没有“\(success.path.text)”")
    }

    /// The records of an answer; `nil`, an empty list, for null and for a total of 0.
    func records(_ root: RecordScope, rowsInWindow: Int?) throws(PlatformError) -> JSONArray? {
        guard let view = records.find(root) else {
            if rowsInWindow == 0 || records.isNull(root) { return nil }
            // Where nothing says success, a code without records is an error.
            throw (success == nil ? failure(root) : nil) ?? nonsense("回答里没有“\(records.text)”")
        }
        do {
            return try view.array()
        } catch {
            throw nonsense("“\(records.text)”不是数组")
        }
    }

    /// The stated error; `nil` where the answer has no code.
    private func failure(_ root: RecordScope) -> PlatformError? {
        guard let code = code?.word(root) else { return nil }
        let consequence = errors[code] ?? otherErrors
        let words = Self.knownWords(in: message?.word(root) ?? "")
        let tail = words.isEmpty ? "" : "；平台提到：\(words.joined(separator: "、"))"
        return PlatformError(consequence, code: Self.harmless(code), advice: consequence.advice + tail)
    }

    /// What a platform's sentence is about; the sentence itself may name a person or echo a secret.
    private static func knownWords(in message: String) -> [String] {
        let message = message.lowercased()
        return subjects.filter { message.contains($0) }
    }

    private static let subjects = [
        "签名", "令牌", "权限", "授权", "过期", "失效", "限流", "频繁", "参数", "时间", "超时", "维护", "白名单", "不存在",
        "sign", "token", "permission", "forbidden", "expire", "limit", "too many", "param", "timeout",
        "not found",
    ]

    /// A code as it is, unless it is free text.
    private static func harmless(_ code: String) -> String {
        let isCode = code.utf8.allSatisfy { PercentEncoding.isUnreserved($0) || $0 == UInt8(ascii: ":") }
        return isCode && code.utf8.count <= 80 && PersonalData.masked(code) == code ? code : "***"
    }

    private func nonsense(_ what: String) -> PlatformError {
        PlatformError(.retry, code: records.text, advice: "\(what)，稍后自动重试；若总是如此，请核对描述文件里的 answer")
    }

    private static func success(_ section: DescriptionSection) -> (path: ValuePath, values: [String]) {
        let path = section.required(path: "path")
        let values = section.texts("value")
        if values.isEmpty { section.missing("value") }
        section.finish()
        return (path, values)
    }

    private static let consequences: [(String, PlatformError.Consequence)] = [
        ("retry", .retry), ("slow_down", .slowDown), ("split_window", .splitWindow),
        ("token_expired", .tokenExpired), ("stop_account", .stopAccount),
    ]

    private static func errors(_ section: DescriptionSection?) -> [String: PlatformError.Consequence] {
        var errors: [String: PlatformError.Consequence] = [:]
        for entry in section?.freeEntries() ?? [] {
            errors[entry.key] = section?.meaning(
                of: entry.text, in: consequences, key: entry.key, line: entry.line)
        }
        return errors
    }
}

extension PlatformError.Consequence {
    /// What happens, in one sentence.
    fileprivate var advice: String {
        switch self {
        case .retry: "平台暂时答不了，稍后自动重试"
        case .slowDown: "平台限流，稍后自动继续"
        case .splitWindow: "一个时间段里的订单太多，自动缩短时间段再取"
        case .tokenExpired: "访问令牌已失效，请更换账号的 access_token"
        case .stopAccount: "平台拒绝了请求，请核对账号的密钥和权限，以及描述文件里的地址和参数"
        }
    }
}
