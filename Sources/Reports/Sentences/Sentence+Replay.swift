extension Sentence {
    /// What is said of pages that are kept and mapped again.
    static let replay: [Sentence] = [
        .init(
            "sync.pages_not_kept", "{1} 页没能存下来（磁盘已满或没有权限？），以后不能用它们重算；订单已正常入库",
            "{1:page|pages} could not be kept (is the disk full, or not yours to write?), not to be mapped again later; "
                + "what orders they told of has landed"),
        .init(
            "settings.raw_pages", "{1} 应写成 {days: 30}（1 到 366 天）或 never（不保存）",
            "{1} has to be {days: 30}, from 1 to 366 days, or never"),
        .init(
            "replay.done", "已用现在的描述重算保存的页（没有联网）",
            "kept pages were mapped again as described now, without the network"),
        .init(
            "replay.tried", "试算：用现在的描述重算保存的页（没有联网，什么也没有写）",
            "tried: kept pages mapped again as described now; no network, nothing was written"),
        .init(
            "replay.nothing_kept", "{1}：这些天没有保存的页；要从平台重读请用 {daihuo} sync --from --to",
            "{1}: no pages of these days are kept; to read them from the platform again: {daihuo} sync --from --to"
        ),
        .init(
            "replay.pages_left", "{1}：{2} 页没有重算（{3}）；下一次 sync 会从平台重读",
            "{1}: {2:page was|pages were} not mapped ({3}); the next sync reads them from the platform"),
        .init(
            "replay.records_left_out", "{1}：{2} 条记录因含有像个人信息的内容没有保存，没有重算；下一次 sync 会从平台重读",
            "{1}: {2:record was|records were} not kept because of what looks like personal data; the next sync reads them "
                + "from the platform"),
        .init(
            "replay.keys_missing", "保存时还没有用到这些字段：{1}",
            "these keys were not used when they were kept: {1}"),
        .init("replay.damaged", "保存的文件在这些地方损坏了", "what was kept of them is damaged"),
        .init("replay.feed_gone", "现在的描述里没有“{1}”", "nothing is called \"{1}\" in the description now"),
        .init("replay.no_effect", "金额和重量没有变化", "neither money nor weight changes"),
        .init("replay.parked", "搁置的记录：原来 {1} 条，现在 {2} 条", "parked records: {1} before, {2} after"),
        .init(
            "replay.how_to_do", "去掉 --dry-run 才会真正重算；请先核对上面各人的差额",
            "without --dry-run it is done; look at the differences first"),
        .init(
            "replay.next", "变化还没有入账：请运行 {daihuo} post（或等下一次 run）",
            "what changed is not booked yet: {daihuo} post, or the next run"),
    ]
}
