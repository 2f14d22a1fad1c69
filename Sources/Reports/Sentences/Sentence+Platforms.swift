extension Sentence {
    /// What platforms answer instead of records, and what becomes of it.
    static let platforms: [Sentence] = [
        .init("platform.error", "{1}（{2}）", "{1} ({2})"),
        .init(
            "platform.gone_import", "平台已不再提供；请从后台导出这段时间的订单再导入（能读的格式：{1}）",
            "the platform gives them no more; export the orders of that time and import them (formats that are read: {1})"
        ),
        .init(
            "platform.gone", "平台已不再提供，也没有能读的导出文件，补不回来了；若在最前面，可把 since 改到它之后",
            "the platform gives them no more, and there is no export that is read: they are lost; where they come first, `since` can "
                + "be set behind them"
        ),
        .init(
            "platform.other_order", "平台给的是别的订单，没有采用；请向平台核对，平台有描述文件的请核对其中的 lookup",
            "the platform answered another order, which is not taken; ask the platform, and check `lookup` where a "
                + "description says how it is asked"),
        .init(
            "declared.feed_unknown", "平台 {1} 的描述文件里没有这一项数据",
            "the description of platform {1} has no such feed"),
        .init(
            "declared.secret_missing", "账号没有 {1}，请在 daihuo.yaml 里填写",
            "the account has no {1}; write it into daihuo.yaml"),
        .init(
            "declared.header_has_controls", "请求头 {1} 的值里有换行或控制字符，请检查账号的密钥",
            "the value of header {1} holds a line break or control character; check the account's secrets"),
        .init("declared.busy", "平台暂时答不了", "the platform cannot answer now"),
        .init("declared.rate_limited", "平台限流，已自动放慢", "the platform limits the rate; reading has slowed down"),
        .init(
            "declared.window_too_full", "一个时间段里的订单太多，自动缩短时间段再取",
            "one window holds too many orders; shorter ones are read"),
        .init(
            "declared.token_expired", "访问令牌已失效，请重新授权，把新令牌写到这个账号的 access_token 所指的文件或环境变量里",
            "the access token has run out; authorise again, and write the new token where the account's access_token points to: its file or environment variable"
        ),
        .init(
            "declared.request_refused", "平台拒绝了请求，请核对账号的密钥和权限，以及描述文件里的地址和参数",
            "the platform refused the request; check the account's secrets and permissions, and the "
                + "addresses and parameters in the description"),
        .init(
            "declared.answer_nonsense", "{1}；若总是如此，请核对描述文件里的 answer",
            "{1}; if it stays so, check `answer` in the description"),
        .init("declared.answer_lacks", "回答里没有“{1}”", "the answer has no \"{1}\""),
        .init("declared.records_no_object", "“{1}”不是一条记录，也不是数组", "\"{1}\" is neither a record nor a list"),
        .init("declared.records_no_list", "“{1}”不是数组", "\"{1}\" is no list"),
        .init(
            "declared.paging_contradicts", "平台的分页前后不一致：{1}",
            "the platform's paging contradicts itself: {1}"),
        .init("declared.total_not_whole", "“{1}”不是 0 或正整数", "\"{1}\" is no whole number from 0 on"),
        .init("declared.total_missing", "没有写总条数", "the total is missing"),
        .init("declared.more_not_boolean", "“{1}”没有写真或假", "\"{1}\" says neither true nor false"),
        .init(
            "declared.more_behind_empty_page", "说还有下一页，这一页却没有记录",
            "it says that there is a further page, and this one has no records"),
        .init("declared.cursor_stands_still", "下一页的游标与这一页相同", "the next page has the cursor of this one"),
        .init(
            "declared.page_of_other_size", "这一页应有 {1} 条，实有 {2} 条；若总是如此，请核对描述文件里的 size 和 total",
            "this page should have {1:record|records} and has {2}; if it stays so, check `size` and `total` "
                + "in the description"),
        .init("declared.answer_mentions", "{1}；平台提到：{2}", "{1}; the platform mentions: {2}"),
        .init("declared.subject_signature", "签名", "signature"),
        .init("declared.subject_token", "令牌", "token"),
        .init("declared.subject_permission", "权限", "permission"),
        .init("declared.subject_authorisation", "授权", "authorisation"),
        .init("declared.subject_expiry", "过期", "expired"),
        .init("declared.subject_invalidity", "失效", "no longer valid"),
        .init("declared.subject_rate_limit", "限流", "rate limit"),
        .init("declared.subject_frequency", "频繁", "too often"),
        .init("declared.subject_parameter", "参数", "parameter"),
        .init("declared.subject_time", "时间", "time"),
        .init("declared.subject_timeout", "超时", "timeout"),
        .init("declared.subject_maintenance", "维护", "maintenance"),
        .init("declared.subject_allow_list", "白名单", "allow list"),
        .init("declared.subject_absence", "不存在", "not found"),
        .init("declared.subject_prohibition", "禁止", "forbidden"),
        .init("declared.subject_limit", "限制", "limit"),
    ]
}
