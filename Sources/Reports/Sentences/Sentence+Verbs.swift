extension Sentence {
    /// What is wrong with a command line, beneath it how to write one.
    static let usage: [Sentence] = [
        .init("usage.unknown_option", "没有选项 {1}", "there is no option {1}"),
        .init(
            "usage.unknown_option_near", "没有选项 {1}，是不是 {2}？", "there is no option {1}; did you mean {2}?"),
        .init("usage.no_value", "{1}：后面要写一个值", "{1}: a value must follow"),
        .init(
            "usage.value_too_many", "{1}：后面不写值，却写了“{2}”", "{1}: it takes no value, but \"{2}\" stands there"),
        .init("usage.unexpected", "多了“{1}”", "\"{1}\" is not expected"),
        .init("usage.unexpected_several", "多了 {1} 个词：{2}", "{1} words are not expected: {2}"),
        .init("usage.missing", "缺少 {1}", "{1} is missing"),
        .init("usage.bad_value", "{1}：不能是“{2}”", "{1}: it cannot be \"{2}\""),
        .init("usage.bad_value_of", "{1}：不能是“{2}”；可写：{3}", "{1}: it cannot be \"{2}\"; one of: {3}"),
        .init(
            "usage.not_understood", "命令看不懂（{1}）", "the command is not understood ({1})"),
        .init("usage.unforeseen", "没有料到的错误：{1}；请报告此问题", "an unforeseen error: {1}; please report this"),
        .init("usage.help", "说明：{1}", "Help: {1}"),
        .init("usage.synopsis", "用法：{1}", "Usage: {1}"),
        .init("usage.see", "详见 {1}", "See {1}"),
    ]

    /// What the verbs answer besides their reports.
    static let verbs: [Sentence] = [
        .init("sync.would_read", "将同步 {1}（{2}），自 {3} 起", "would sync {1} ({2}), from {3} on"),
        .init(
            "sync.would_read_days", "将同步 {1}（{2}），重读 {3} 至 {4}", "would sync {1} ({2}), {3} to {4} once more"),
        .init("run.still_open", "尚待处理：{1}", "still open: {1}"),
        .init(
            "output.not_written", "结果写不出去（错误 {1}）；请检查磁盘空间后再运行一次",
            "the answer could not be written (error {1}); look at the disk and run it again"),
        .init("init.would_write", "将写出 {1}", "would write {1}"),
        .init("init.written", "已写出 {1}", "written: {1}"),
        .init(
            "init.exists", "{1}：已经存在，不会覆盖；请换一个文件夹或先移走它",
            "{1}: it exists and is not written over; take another folder, or move it away first"),
        .init(
            "init.not_written", "{1}：写不进去；请检查权限与磁盘空间",
            "{1}: it cannot be written; check who may write there, and the space on the disk"),
        .init(
            "init.next", "下一步：填写账号和名册，再运行 {daihuo} check",
            "next: fill in accounts and roster, then run: {daihuo} check"),
        .init(
            "simulate.no_port", "模拟平台无法监听 127.0.0.1:{1}，端口可能已被占用，请换一个端口或用 0 自动选择",
            "the simulator cannot listen at 127.0.0.1:{1}: the port may be in use; take another one, or 0 for any"
        ),
        .init(
            "simulate.written",
            """
            配置已写到 {1}；没有接口的账号，文件放在 {1}/inbox。请试：
              {daihuo} inbox --now "{2}"
              {daihuo} run --now "{2}"
            """,
            """
            the configuration stands in {1}, files of accounts without an API in {1}/inbox; try:
              {daihuo} inbox --now "{2}"
              {daihuo} run --now "{2}"
            """),
        .init(
            "simulate.listening", "{1} 个订单，模拟平台在 http://127.0.0.1:{2}，模拟时间 {3}，按 Ctrl-C 停止",
            "{1:order|orders}, the platforms at http://127.0.0.1:{2}, simulated time {3}, Ctrl-C stops it"),
    ]

    /// What a bar shows of a long job.
    static let progress: [Sentence] = [
        .init("progress.orders", "{1} 单", "{1:order|orders}"),
        .init("progress.orders_per_second", "{1} 单/秒", "{1:order/s|orders/s}"),
        .init("progress.left", "剩余约 {1} 秒", "about {1} s left"),
        .init("progress.booked", "已入账 {1} 笔", "{1:entry|entries} booked"),
        .init("progress.credited", "已重算归属 {1} 单", "{1} credited anew"),
    ]
}
