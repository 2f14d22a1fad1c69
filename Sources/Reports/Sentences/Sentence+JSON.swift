extension Sentence {
    /// What is wrong with a page, or a value of it.
    static let json: [Sentence] = [
        .init("json.problem", "{1}：{2}，{3}。", "{1}: {2}; {3}."),
        .init("json.page", "页面", "page"),
        .init(
            "json.read_again", "请稍后重新拉取，若仍如此请保留原页面并报告开发者",
            "read it again later, and if it stays so keep the page and report it"),
        .init("json.smaller_pages", "请减小每页条数", "ask for smaller pages"),
        .init("json.free_memory", "请释放内存后重试", "free memory and try again"),
        .init(
            "json.format_may_have_changed", "平台格式可能有变，请保留原页面并报告开发者",
            "the platform's format may have changed: keep the page and report it"),
        .init("json.ask_platform", "请向平台核对这一单", "ask the platform about this order"),
        .init("json.kind_object", "对象", "an object"),
        .init("json.kind_array", "数组", "a list"),
        .init("json.kind_text", "文本", "a text"),
        .init("json.kind_number", "数字", "a number"),
        .init("json.kind_boolean", "真假值", "true or false"),
        .init("json.kind_null", "空值", "null"),
        .init("json.empty_body", "回复是空的", "the answer is empty"),
        .init(
            "json.not_json", "回复不是 JSON，像是登录、维护或网关的网页",
            "the answer is no JSON; it looks like a page of a login, of maintenance or of a gateway"),
        .init(
            "json.body_too_large", "回复有 {1} 字节，超过上限 {2} 字节",
            "the answer has {1} bytes, more than the limit of {2}"),
        .init("json.bad_utf8", "回复里有不合 UTF-8 的字节", "the answer has bytes that are no UTF-8"),
        .init("json.incomplete", "回复不完整，被截断或结尾多出内容", "the answer is cut off, or something follows it"),
        .init("json.malformed", "第 {1} 字节处不合 JSON 语法", "byte {1} is no JSON"),
        .init("json.too_deep", "嵌套超过 {1} 层", "it is nested deeper than {1} levels"),
        .init("json.out_of_memory", "内存不足", "memory ran out"),
        .init(
            "json.repeated_key", "同一个键出现了两次，不知道哪一个算数",
            "one key stands there twice: which of the two counts is not known"),
        .init("json.missing", "缺少这一项", "it is missing"),
        .init("json.wrong_kind", "应为{1}，实为{2}", "it should be {1} and is {2}"),
        .init("json.not_numeric", "不是十进制数字", "it is no decimal number"),
        .init("json.fractional", "应为整数，却带小数", "it should be whole and has decimals"),
        .init("json.too_many_decimals", "金额多于两位小数", "an amount with more than two decimals"),
        .init(
            "json.exponent", "数字用了科学计数法，精度不可信", "the number has an exponent: its precision cannot be trusted"),
        .init("json.out_of_range", "数字超出范围", "the number is out of range"),
        .init("json.not_boolean", "不是真或假", "it is neither true nor false"),
        .init("json.not_time", "不是“年-月-日 时:分:秒”的时间", "it is no time like yyyy-mm-dd hh:mm:ss"),
        .init("json.repeated", "同一个编号出现了两次", "one id stands there twice"),
        .init("json.negative", "金额是负数", "the amount is negative"),
        .init(
            "json.less_than_parts", "金额比其中的运费、税费或优惠还少",
            "the amount is less than the freight, tax or discount in it"),
        .init("json.other_shop", "不是这个账号的店铺", "it is not the account's shop"),
        .init(
            "json.check_shop", "请核对配置里这个账号的 shop 和 access_token",
            "check the account's `shop` and `access_token`"),
        .init("json.not_identifier", "不像平台的编号", "it does not look like an id of the platform"),
        .init(
            "json.unknown_code", "是没见过的代码，不知道是不是成交或退款",
            "a code that nobody has seen: whether it is a sale or a refund is not known"),
        .init(
            "json.refund_without_money", "换货、补寄或维修却写着退了钱，自相矛盾",
            "an exchange, resending or repair that says money was refunded contradicts itself"),
        .init(
            "json.lines_lack_part", "有一行退款是 0，而各行合计与退款总额不一致",
            "a line refunds 0, and the lines do not come to the refund's total"),
        .init(
            "json.contradicts_header", "与订单头说的不一样，不知道这一行有没有付款",
            "it contradicts the order's header: whether the line was paid for is not known"),
        .init(
            "json.not_place_name", "不像地名，可能是个人信息",
            "it does not look like a place's name; it may be personal data"),
    ]
}
