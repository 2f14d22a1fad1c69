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
            "gaps.read", "请运行 daihuo sync --account {1} --from {2} --to {3}",
            "run: daihuo sync --account {1} --from {2} --to {3}"),
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
            "lateness.enough", "回看到 {1} 就够（依据：{2} 天、{3} 条；比观察期更晚的还看不见）",
            "a look-back of {1} is enough (it rests on {2} days and {3} records; what is later than that cannot be seen yet)"
        ),
        .init("lateness.no_look_back", "不回看也不超过限额", "without any look-back no more than the limit is missed"),
        .init(
            "lateness.all", "回看 30 天还不够：请回看平台还能给的全部（依据：{1} 天、{2} 条）",
            "30 days are not enough: look back at all that the platform still gives (it rests on {1} days and {2} records)"
        ),
        .init(
            "lateness.unknown", "观察还太少，说不准（{1} 天、{2} 条；至少要 {3} 天、{4} 条）：请保留默认的 look_back",
            "too few to say ({1} days, {2} records; {3} days and {4} records are the least): keep the standard `look_back`"
        ),
    ]
}
