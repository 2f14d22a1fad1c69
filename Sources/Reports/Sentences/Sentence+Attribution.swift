extension Sentence {
    /// What became of the rules of credit, and what is wrong with a roster that is to be kept.
    static let attribution: [Sentence] = [
        .init("attribution.won", "采用", "applied"),
        .init(
            "attribution.outside_tenure", "身份相符，但销售当天不在任期内",
            "the identity fits, but the day of the sale lies in no tenure"),
        .init(
            "attribution.ambiguous", "销售当天同时属于多个主体",
            "several parties hold it on the day of the sale"),
        .init(
            "attribution.overruled", "前一条规则已有结论", "an earlier rule had decided"),
        .init(
            "attribution.not_in_span", "名册中有此身份，但销售当天不在有效期内",
            "the roster has this identity, but not on the day of the sale"),
        .init("attribution.no_match", "名册中无此身份", "the roster does not have this identity"),
        .init("attribution.no_value", "订单中没有此项", "the order does not have it"),
        .init(
            "attribution.version_unreadable", "库中的名册版本无法读取，可能被改动过；请从备份恢复",
            "the stored version of the roster cannot be read, it may have been changed; restore a backup"),
        .init(
            "attribution.version_unreadable_at", "库中的名册版本 {1} 无法读取，可能被改动过；请从备份恢复",
            "the stored version of the roster cannot be read at {1}, it may have been changed; restore a backup"
        ),
        .init(
            "attribution.roster_not_kept", "名册无法存入库中；请检查该行的日期，年份应为四位数字",
            "the roster cannot be stored; check the dates, their years have four digits"),
        .init(
            "attribution.roster_not_kept_at", "名册 {1} 无法存入库中；请检查该行的日期，年份应为四位数字",
            "the roster cannot be stored because of {1}; check the date of that row, its year has four digits"
        ),
    ]
}
