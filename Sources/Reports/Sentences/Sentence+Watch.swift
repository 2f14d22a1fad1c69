extension Sentence {
    /// What a process that nobody watches tells.
    static let watch: [Sentence] = [
        .init(
            "watch.no_port", "本机端口 {1} 用不了，多半已被别的程序占用；请换一个端口",
            "port {1} of this machine cannot be had, most likely another program has it; choose another one"),
        .init(
            "watch.loop_is_stuck", "已有 {1} 秒没有动静，请看日志，必要时重新启动",
            "nothing has moved for {1:second|seconds}; look at the log, and start it anew if need be"),
        .init(
            "alarm.account_failed", "账号 {1} 连续 {2} 次没有读成，从 {3} 起：{4}",
            "account {1} could not be read {2:time|times} in a row, since {3}: {4}"),
        .init(
            "alarm.account_silent", "账号 {1} 自 {2} 起没有读过，请看日志和 {daihuo} gaps --account {1}",
            "account {1} was not read since {2}; look at the log and at {daihuo} gaps --account {1}"),
        .init("alarm.account_is_read", "账号 {1} 恢复正常（{2} 起报警）", "account {1} is read again (alarm since {2})"),
        .init(
            "alarm.account_is_gone", "账号 {1} 已不在配置里，不再报警",
            "account {1} is in the configuration no more; its alarm ends"),
        .init(
            "alarm.token_ends", "账号 {1} 的授权还剩 {2} 天，请重新授权，做法见 {daihuo} check",
            "the authorisation of account {1} ends in {2:day|days}; authorise again, {daihuo} check says how"),
        .init("alarm.token_renewed", "账号 {1} 的授权已更新", "the authorisation of account {1} was renewed"),
        .init("alarm.store", "数据库不能用：{1}", "the store cannot be used: {1}"),
        .init("alarm.store_works", "数据库恢复正常（{1} 起报警）", "the store works again (alarm since {1})"),
        .init(
            "alarm.configuration", "配置或名册有错，仍用上一份没有错的：{1}",
            "the roster has mistakes, and the last one without is still used: {1}"),
        .init(
            "alarm.configuration_is_used", "配置和名册已改正并启用（{1} 起报警）",
            "the roster was mended and is used (alarm since {1})"
        ),
        .init(
            "alarm.not_sent", "报警没有送出：{1}（试了 {2} 次）；请检查 alarms 的 webhook",
            "the alarm was not sent: {1} ({2:try|tries}); check webhook of alarms"),
        .init("alarm.status", "对方回复 HTTP {1}", "HTTP {1} was answered"),
        .init(
            "alarm.too_many", "等待送出的报警太多，最早的一条没有送出",
            "too many alarms wait to be sent; the oldest was not"),
    ]
}
