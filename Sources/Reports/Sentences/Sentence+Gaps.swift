extension Sentence {
    /// What is known of how far accounts were read.
    static let gaps: [Sentence] = [
        .init(
            "gaps.mapped_otherwise", "平台的描述改过，这一段是按以前的读的",
            "the platform's description was changed, and this was read by the one before"),
        .init(
            "gaps.out_of_reach", "平台只给最近一段时间的记录",
            "the platform gives the records of some time only, and this is before it"),
        .init("gaps.never_asked", "同步还没有要过这一段", "no sync has asked for it yet"),
        .init(
            "gaps.read", "请运行 {daihuo} sync --account {1} --from {2} --to {3}",
            "run: {daihuo} sync --account {1} --from {2} --to {3}"),
        .init(
            "gaps.read_all", "平台还给的，下一次同步都会去读；现在就读，请运行 {daihuo} run",
            "the next sync asks for all that the platform still gives; to have it read now, run: {daihuo} run"
        ),
        .init(
            "gaps.replace_token", "请先换上新的 access_token（写在它所指的文件或环境变量里）：{1}",
            "put in a new access_token first, where the setting points to (a file or an environment variable): {1}"
        ),
        .init(
            "gaps.before_all", "这些天早于所有账号的 since（最早 {1}），从来没有要过：有没有遗漏不知道；请改问 {1} 起的日子，或把 since 提前",
            "these days are before `since` of every account ({1} is the earliest): nobody has asked for them, so what is missing "
                + "of them is not known; ask from {1} on, or move `since`"),
        .init(
            "gaps.not_before", "从下列日子起才读，之前的没有要过：{1}",
            "nothing is asked for before these days: {1}"),
        .init("gaps.since", "{1} {2}", "{1} {2}"),
        .init(
            "gaps.too_many_hours", "--by hour：最多看 {1} 天，这里有 {2} 天；请用 --from 和 --to 缩短，或用 --by day",
            "--by hour: at most {1} days can be shown, and these are {2}; take fewer with --from and --to, or --by day"
        ),
        .init(
            "gaps.not_of_lateness", "{1}：不能和 --lateness 一起用；请去掉其中一个",
            "{1}: it cannot be used with --lateness; leave one of them out"),
        .init(
            "gaps.limit_of_lateness", "--limit：只能和 --lateness 一起用；请加上 --lateness，或去掉 --limit",
            "--limit: it is for --lateness; add that, or leave --limit out"),
        .init(
            "gaps.no_limit", "--limit {1}：请写成元，最多两位小数，如 100 或 99.50",
            "--limit {1}: write yuan with at most two decimals, such as 100 or 99.50"),
    ]

    /// What is said of how late changes come.
    static let lateness: [Sentence] = [
        .init("lateness.nothing", "不回看", "no look-back"),
        .init("lateness.hours", "{1} 小时", "{1} h"),
        .init("lateness.days", "{1} 天", "{1} d"),
        .init(
            "lateness.enough", "回看到 {1}就够，请写 look_back: {2}（{3}）",
            "a look-back of {1} is enough; write `look_back: {2}` ({3})"),
        .init(
            "lateness.no_look_back", "不回看也不超过限额，请写 look_back: {1}（{2}）",
            "without any look-back no more than the limit is missed; write `look_back: {1}` ({2})"),
        .init(
            "lateness.all", "回看到 {1}还不够，请写 look_back: {2}（{3}）",
            "a look-back of {1} is not enough; write `look_back: {2}` ({3})"),
        .init(
            "lateness.cannot_tell", "看不出回看多远才够，请写 look_back: {1}（{2}）",
            "how far is enough cannot be told; write `look_back: {1}` ({2})"),
        .init("lateness.same", "和现在一样", "as it is now"),
        .init("lateness.more", "比现在的 {1} 读得多", "it reads more than now: {1}"),
        .init("lateness.less", "比现在的 {1} 读得少", "it reads less than now: {1}"),
        .init("lateness.otherwise", "现在是 {1}", "now it is {1}"),
        .init("lateness.various", "现在各账号不同：{1}", "now accounts have different ones: {1}"),
        .init("lateness.unseen", "晚于 {1} 天的没有找过", "what comes later than {1} d was not looked for"),
        .init("lateness.unseen_next_day", "隔天才到的没有找过", "what comes on a later day was not looked for"),
        .init("lateness.unknown", "还说不准", "too few to say"),
        .init(
            "lateness.days_named", "look_back 写的是日历天：4d 是今天和前 3 天，能找到最多晚 72 小时的。",
            "Days of `look_back` are days of the calendar: 4d are today and the 3 days before, which find what is up to 72 h late."
        ),
        .init(
            "lateness.unseen_why", "没有找过的：账号的 look_back 不到那么远，写上 all: 7d（每周重读全部）才找得到。",
            "What was not looked for: the account's look-back does not reach that far; with `all: 7d`, the whole reach every week, "
                + "it would be found."),
        .init(
            "lateness.unknown_why", "少于 {1} 天或 {2} 条说不准：请保留标准的 look_back: {3}。",
            "Of less than {1} days or {2} records nothing is advised: keep the standard `look_back: {3}`."),
    ]
}
