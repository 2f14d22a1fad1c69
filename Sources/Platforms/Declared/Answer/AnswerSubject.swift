internal import Domain

/// What a platform's sentence is about; the sentence itself may name a person or echo a secret.
enum AnswerSubject {
    /// The subjects whose words stand in a message, each once.
    static func of(_ message: String) -> [Notice] {
        let message = message.lowercased()
        return all.filter { $0.words.contains(where: message.contains) }.map { Notice($0.code) }
    }

    /// The words that a message is searched for, and the code of what is shown in their place.
    private static let all: [(words: [String], code: String)] = [
        (["签名", "sign"], "declared.subject_signature"),
        (["令牌", "token"], "declared.subject_token"),
        (["权限", "permission"], "declared.subject_permission"),
        (["授权"], "declared.subject_authorisation"),
        (["过期", "expire"], "declared.subject_expiry"),
        (["失效"], "declared.subject_invalidity"),
        (["限流"], "declared.subject_rate_limit"),
        (["频繁", "too many"], "declared.subject_frequency"),
        (["参数", "param"], "declared.subject_parameter"),
        (["时间"], "declared.subject_time"),
        (["超时", "timeout"], "declared.subject_timeout"),
        (["维护"], "declared.subject_maintenance"),
        (["白名单"], "declared.subject_allow_list"),
        (["不存在", "not found"], "declared.subject_absence"),
        (["forbidden"], "declared.subject_prohibition"),
        (["limit"], "declared.subject_limit"),
    ]
}
