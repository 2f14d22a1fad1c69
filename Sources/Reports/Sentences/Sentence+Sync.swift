extension Sentence {
    /// Why an account cannot be read.
    static let sync: [Sentence] = [
        .init("sync.window", "{1:feed} {2} 至 {3}", "{1:feed} {2} to {3}"),
        .init("sync.order", "订单 {1}", "order {1}"),
        .init(
            "sync.order_refused", "退款的订单 {1} 未到：平台没有给（{2}）；一天以后的同步会再要一次",
            "order {1} of an orphan: the platform does not give it ({2}); the first sync after a day asks again"
        ),
        .init(
            "sync.order_holds_too_much", "平台说内容太多", "the platform says that it is too much"),
        .init(
            "sync.asking_stopped", "退款的未到订单只要了 {1}／{2} 单：{3}；其余的下次同步再要",
            "orders of orphans asked for: {1} of {2}: {3}; the next sync asks for the others"),
        .init(
            "sync.asked_for_orders", "退款的未到订单：已要 {1}／{2} 单",
            "orders of orphans: {1} of {2} asked for"),
        .init(
            "sync.patience_ended", "{1}；已重试 {2} 次，本次放弃，下次同步从这里继续",
            "{1}; tried {2:time|times} and given up for now; the next sync goes on from here"),
        .init(
            "sync.out_of_reach", "{1:feed}：{2} 至 {3} 更新的记录{4}",
            "{1:feed}: records updated from {2} to {3}: {4}"),
        .init(
            "sync.clock_ahead",
            "{1:feed}：本机时间 {2} 比平台的 {3} 早走；平台时间以后的部分不算读过。请校准本机时间",
            "{1:feed}: the clock here says {2}, the platform's {3}; what lies behind the platform's time does not count as read. "
                + "Set the clock"),
        .init(
            "sync.read_back", "{1} 及以后的部分是在本机时间走快时读的，现重新读取",
            "what was updated from {1} on was read while the clock here was ahead, and is read again"),
        .init("sync.broken_off", "同步中断：{1}", "the sync broke off: {1}"),
        .init("sync.not_admitted", "账号 {1}：没有登记", "account {1}: the store does not know it"),
        .init("sync.cancelled", "已取消", "it was cancelled"),
        .init(
            "sync.second_too_full", "一秒钟内的记录超过平台单次查询上限，请联系平台",
            "one second holds more records than the platform gives in one answer; ask the platform"),
        .init(
            "sync.reading_again", "{1:feed}：{2} 至 {3} 没有读全（{4}），正在重读",
            "{1:feed}: {2} to {3} was not read wholly ({4}); it is read again"),
        .init(
            "sync.unproved",
            "没有读全：{1}；已重读 {2} 次。这一段不算读过，下次同步再读；若总是如此，请核对描述文件的 paging（size、total、页码），或请平台核对",
            "not read wholly: {1}; read again {2:time|times}. It does not count as read, and the next sync reads it; if this "
                + "happens every time, check `paging` of the description (size, total, page number), or ask the platform"
        ),
        .init(
            "sync.rows_of_total", "{1}：平台说共 {3} 条，读到 {2} 条",
            "{1}: {2:record|records} seen, the platform says {3}"),
        .init("sync.rows_without_total", "{1}：读到 {2} 条", "{1}: {2:record|records} seen"),
        .init(
            "sync.total_changed", "读的时候总数从 {1} 变为 {2}",
            "the total went from {1} to {2} while it was read"),
        .init("sync.count_differs", "条数与总数不符", "the records do not come to the total"),
        .init("sync.page_repeated", "有一页全是读过的记录", "a page held only records that were seen"),
        .init("sync.pages_in_circle", "翻页回到了读过的一页", "the pages lead back to one that was read"),
        .init("sync.pages_endless", "一页接一页都是空的", "page after page is empty"),
        .init("sync.rows_moved", "翻页时记录换了位置", "records moved from page to page"),
        .init("sync.cannot_resolve", "找不到这个主机名", "no such host name"),
        .init("sync.cannot_connect", "连不上", "no connection"),
        .init("sync.timed_out", "超时", "it took too long"),
        .init("sync.stalled", "传输停住了", "the transfer stalled"),
        .init("sync.no_trust", "证书不可信或加密握手失败", "the certificate is not trusted, or the handshake failed"),
        .init("sync.body_too_large", "回复太大", "the answer is too large"),
        .init("sync.body_cut_short", "回复没有传完", "the answer was cut short"),
        .init("sync.reset", "连接断开", "the connection broke off"),
        .init("sync.invalid_url", "地址不对", "the address is wrong"),
        .init("sync.invalid_request", "请求里有不能发送的内容", "the request cannot be sent"),
        .init("sync.curl_failure", "libcurl 代码 {1}", "libcurl code {1}"),
        .init("sync.account_failed", "账号 {1}，{2}：{3}", "account {1}, {2}: {3}"),
        .init(
            "sync.no_connection", "连接平台失败（{1}：{2}）；请检查网络、base_url 与证书",
            "the platform cannot be reached ({1}: {2}); check the network, base_url and the certificate"),
        .init(
            "sync.http_status_stops", "平台返回 HTTP {1}；请检查 base_url 与授权（access_token、app_key、app_secret）",
            "the platform answers HTTP {1}; check base_url and the authorisation (access_token, app_key, app_secret)"
        ),
        .init(
            "sync.http_status_unauthorised",
            "平台返回 HTTP {1}，不认这个令牌；请重新授权，把新令牌写到这个账号的 access_token 所指的文件或环境变量里，并核对 app_key、app_secret",
            "the platform answers HTTP {1} and does not accept the token; authorise again, and write the new one where the "
                + "account's access_token points to, its file or environment variable; check app_key and app_secret, too"
        ),
        .init(
            "sync.http_status_retries", "平台返回 HTTP {1}，多半是暂时的",
            "the platform answers HTTP {1}, which mostly passes"),
        .init(
            "sync.turns_not_shared", "同时运行的其他同步不知道这里的查询频率（{1}）；本次只按自己的频率查询",
            "other syncs that run now do not know how often this one asks ({1}); it keeps to its own rate"),
        .init("sync.asks_to_wait", "{1}；平台要求等到 {2}", "{1}; the platform asks to wait until {2}"),
        .init(
            "sync.held", "平台要求等到 {1} 再查询，现在没有查询",
            "the platform has asked to wait until {1}; it was not asked now"),
    ]
}
