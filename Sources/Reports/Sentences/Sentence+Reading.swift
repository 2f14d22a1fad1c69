extension Sentence {
    /// Up to when accounts were read: the line beneath every answer.
    static let reading: [Sentence] = [
        .init("reading.read_to", "数据读到 {1}（{2} 个账号）", "read up to {1} ({2:account|accounts})"),
        .init(
            "reading.read_to_earliest", "数据读到 {1}（{3} 个账号中最早的是 {2}）",
            "read up to {1} ({2} is the earliest of {3:account|accounts})"),
        .init(
            "reading.nothing_read", "还没有读到任何数据：{1}；请运行 {daihuo} sync", "never read: {1}; run {daihuo} sync"),
        .init(
            "reading.nothing_read_failed", "还没有读到任何数据：{1}；上次同步没有成功，原因见 {daihuo} gaps",
            "never read: {1}; the last sync did not succeed: {daihuo} gaps says why"),
        .init(
            "reading.all_otherwise", "平台描述改过，全部要重读：{1}；请运行 {daihuo} sync",
            "the description was changed and all is to be read again: {1}; run {daihuo} sync"),
        .init("reading.otherwise", "描述改过、待重读：{1}", "to be read again, the description was changed: {1}"),
        .init("reading.since", "{1}（{2} 起）", "{1} (from {2})"),
        .init("reading.not_before", "此前没有取数：{1}", "not asked for before: {1}"),
        .init(
            "reading.gone", "配置里已没有或改为文件、不再取数：{1}",
            "no longer in the configuration, or of files now, and no longer read: {1}"),
        .init("reading.and", "{1}；{2}", "{1}; {2}"),
        .init("reading.never_read", "从未读过：{1}", "never read: {1}"),
        .init("reading.failed", "上次没有读全：{1}", "not read wholly the last time: {1}"),
        .init("reading.gaps", "有缺口：{1}", "gaps: {1}"),
        .init("reading.gap_days", "{1}（{2} 天）", "{1} ({2:day|days})"),
        .init("reading.gap_days_most", "{1}（最多 {2} 天）", "{1} (at most {2:day|days})"),
        .init("reading.incomplete", "数据不全：{1}。详见 {daihuo} gaps", "not complete: {1}. See {daihuo} gaps"),
    ]
}
