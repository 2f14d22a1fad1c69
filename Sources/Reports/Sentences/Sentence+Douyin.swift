extension Sentence {
    /// What Douyin answers instead of records, and what to do.
    static let douyin: [Sentence] = [
        .init(
            "douyin.answer_without_code", "抖店的回复里没有 code，不像抖店的接口，请检查 base_url",
            "the answer has no code and does not look like Douyin's; check base_url"),
        .init(
            "douyin.answer_incomplete", "抖店的回复不完整（{1}），若一直如此请报告开发者",
            "Douyin's answer is incomplete ({1}); if it stays so, report it"),
        .init("douyin.list_missing", "没有 {1}", "no {1}"),
        .init("douyin.page_empty", "第 {1} 页是空的，而总数是 {2}", "page {1} is empty, and the total is {2}"),
        .init(
            "douyin.total_too_small", "第 {1} 页有 {2} 条，而总数是 {3}",
            "page {1} has {2:record|records}, and the total is {3}"),
        .init(
            "douyin.cursor_foreign", "存下的页码不是抖店的，请用 --from 和 --to 重新读取这段日期",
            "the stored page is none of Douyin's; read these days again with --from and --to"),
        .init(
            "douyin.secret_missing", "抖店账号缺少 {1}，请在 daihuo.yaml 的这个账号下填写",
            "the Douyin account has no {1}; write it under this account in daihuo.yaml"),
        .init(
            "douyin.partial_data", "抖店只返回了一部分数据，没有采用，不会漏单",
            "Douyin gave a part of the data only, which is not taken: no order is lost"),
        .init("douyin.busy", "抖店服务繁忙或超时", "Douyin is busy or took too long"),
        .init(
            "douyin.address_not_allowed", "本机 IP 不在抖店应用的白名单里，请在抖店开放平台把它加入白名单",
            "this machine's IP address is not on the app's allow list; add it on Douyin's open platform"),
        .init(
            "douyin.no_permission", "应用没有这个接口的权限，请在抖店开放平台申请权限，并请店铺重新授权",
            "the app may not use this call; apply for it on Douyin's open platform, and let the shop "
                + "authorise the app again"),
        .init(
            "douyin.authorisation_expired", "抖店的授权已失效，请重新授权，把新令牌写到这个账号的 access_token 所指的文件或环境变量里",
            "Douyin's authorisation has run out; authorise again, and write the new token where the account's "
                + "access_token points to: its file or environment variable"),
        .init(
            "douyin.app_refused", "抖店不给这个应用令牌，请核对 app_key、app_secret，以及应用是否被停用",
            "Douyin gives this app no token; check app_key and app_secret, and whether the app is disabled"),
        .init(
            "douyin.rate_limited", "抖店限流，已自动放慢",
            "Douyin limits the rate; reading has slowed down"),
        .init(
            "douyin.call_withdrawn", "抖店已下线这个接口，请升级 daihuo",
            "Douyin has withdrawn this call; upgrade daihuo"),
        .init(
            "douyin.blocked_by_risk_control", "请求被抖店的风控拦截，请联系抖店客服解除",
            "Douyin's risk control blocked the request; ask Douyin's support to lift it"),
        .init(
            "douyin.request_refused", "抖店不接受这次请求，请核对账号的设置，若设置无误请报告开发者",
            "Douyin refused the request; check the account's settings, and if they are right, report it"),
        .init(
            "douyin.authorisation_faulty", "店铺的授权有问题，请店铺主账号重新授权这个应用",
            "something is wrong with the shop's authorisation; let the shop's main account authorise "
                + "the app again"),
        .init(
            "douyin.unknown_error", "抖店返回了没见过的错误，若一直如此请报告开发者",
            "Douyin answered an error that nobody has seen; if it stays so, report it"),
        .init(
            "douyin.token_expired", "令牌已过期，请重新授权，把新令牌写到这个账号的 access_token 所指的文件或环境变量里",
            "the token has expired; authorise again, and write the new one where the account's access_token "
                + "points to: its file or environment variable"),
        .init(
            "douyin.token_unknown", "令牌不存在或已作废，请重新授权，把新令牌写到这个账号的 access_token 所指的文件或环境变量里",
            "the token does not exist or was revoked; authorise again, and write the new one where the "
                + "account's access_token points to: its file or environment variable"),
        .init(
            "douyin.token_missing", "请求没有带 access_token，请在这个账号下填写",
            "the request has no access_token; write it under this account"),
        .init(
            "douyin.signature_wrong", "签名不对，请核对 app_key 和 app_secret 是否属于同一个抖店应用",
            "the signature is wrong; see whether app_key and app_secret belong to the same Douyin app"),
        .init(
            "douyin.without_channel_discount", "文件没有“支付优惠”一列：支付渠道承担的部分按实付计",
            "the file has no column for what the payment channel bore: that counts as paid"),
        .init(
            "douyin.clock_wrong", "本机时间与抖店相差太多，请校准本机时间",
            "this machine's clock differs too much from Douyin's; set it right"),
        .init(
            "douyin.call_not_permitted", "应用没有这个接口的权限，请在抖店开放平台申请",
            "the app may not use this call; apply for it on Douyin's open platform"),
        .init(
            "douyin.authorisation_withdrawn", "店铺没有授权这个应用或已取消授权，请店铺主账号重新授权",
            "the shop has not authorised the app, or has withdrawn it; let the shop's main account "
                + "authorise it again"),
        .init(
            "douyin.not_authorised", "店铺没有授权这个应用，请店铺主账号先授权",
            "the shop has not authorised the app; let the shop's main account authorise it first"),
        .init(
            "douyin.window_too_full", "这段时间超过 5 万条，已改为更短的时间段重新读取",
            "this window holds more than 50,000 records; shorter ones are read"),
        .init(
            "douyin.beyond_reach", "抖店只提供近 90 天的数据，请把 since 改到 90 天之内，更早的订单请用订单导出文件导入",
            "Douyin gives the last 90 days only; set `since` within them, and import earlier orders "
                + "from export files"),
    ]

    /// Why a row of Douyin's export of orders is parked, and what to do.
    static let douyinRows: [Sentence] = [
        .init("douyin.row_without_time", "没有一个时间", "there is no time at all"),
        .init(
            "douyin.cell_paid_without_time", "是空的，而订单状态说这一单已经付款",
            "it is empty, and the order's status says that it was paid"),
        .init(
            "douyin.cell_unknown_status", "不是认识的订单状态，不知道是不是成交",
            "a status that is not known: whether it is a sale is not known either"),
        .init(
            "douyin.cell_unknown_kind", "不是认识的订单类型，不知道是不是成交",
            "a kind of order that is not known: whether it is a sale is not known either"),
        .init(
            "douyin.cell_no_place", "和它旁边的市、区不都像地名，这一行的格子可能错位了",
            "it and the city and county beside it do not all look like names of places; the row's "
                + "cells may have moved"),
        .init("douyin.cell_without_amount", "没有金额", "there is no amount"),
        .init(
            "douyin.cell_less_than_parts", "的金额比其中的运费、税费和支付优惠还少",
            "the amount is less than the freight, tax and payment discount in it"),
        .init("douyin.cell_product_too_large", "乘以数量后大得不合理", "times the quantity it is too large to be true"),
        .init("douyin.cell_negative", "的金额是负数", "the amount is negative"),
        .init("douyin.cell_amount_too_large", "的金额大得不合理", "the amount is too large to be true"),
        .init("douyin.cell_without_id", "没有编号", "there is no number"),
        .init(
            "douyin.cell_no_number", "不像抖店的编号（10 到 20 位数字）",
            "it does not look like a number of Douyin's (10 to 20 digits)"),
        .init("douyin.cell_no_id", "不像抖店的编号", "it does not look like an id of Douyin's"),
        .init("douyin.cell_no_quantity", "不是件数", "it is no number of pieces"),
        .init(
            "douyin.export_times", "请重新导出，并勾选订单提交时间、支付完成时间和订单完成时间",
            "export again, with the times at which orders were placed, paid and finished"),
        .init(
            "douyin.export_again_or_ask", "请重新导出，或向平台核对这一单",
            "export again, or ask the platform about this order"),
        .init(
            "douyin.report_new_status", "请核对这一格，若确是平台的新状态请报告开发者",
            "check this cell; if it is a new status of the platform, report it"),
        .init(
            "douyin.report_new_kind", "请核对这一格，若确是平台的新类型请报告开发者",
            "check this cell; if it is a new kind of the platform, report it"),
        .init(
            "douyin.check_row_or_export_again", "请检查这一行的逗号和引号，或重新导出",
            "check the commas and quotes of this row, or export again"),
        .init("douyin.fill_cell", "请补上这一格，或重新导出", "fill this cell, or export again"),
        .init("douyin.ask_about_order", "请向平台核对这一单", "ask the platform about this order"),
        .init("douyin.check_price", "请检查单价和数量", "check price and quantity"),
        .init(
            "douyin.keep_id_column", "请重新导出，不要删改编号列",
            "export again, and leave the columns of numbers as they are"),
        .init(
            "douyin.check_cells_or_export_again", "请检查这一行的格子有没有错位，或重新导出",
            "see whether the row's cells have moved, or export again"),
        .init("douyin.write_whole_number", "请改成整数，或重新导出", "make it a whole number, or export again"),
    ]
}
