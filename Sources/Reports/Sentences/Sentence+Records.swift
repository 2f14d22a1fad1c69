extension Sentence {
    /// Why a record that was read is not taken.
    static let records: [Sentence] = [
        .init("record.word_empty", "（空）", "(none)"),
        .init(
            "record.id_empty", "编号是空的，请保留原记录并报告开发者", "the id is empty; keep the original record and report it"
        ),
        .init(
            "record.sale_in_future", "销售时间在将来，请向平台核对这一单",
            "the sale lies in the future; ask the platform about it"),
        .init(
            "record.time_out_of_range", "时间不在 1900 至 9999 年之间，请保留原记录并报告开发者",
            "the time does not lie between the years 1900 and 9999; keep the original record and report it"),
        .init(
            "record.quantity_out_of_range", "数量是负数或超出范围，请向平台核对这一单",
            "the quantity is negative or out of range; ask the platform about this order"),
        .init(
            "record.amount_out_of_range", "金额超出范围，请向平台核对这一单",
            "the amount is out of range; ask the platform about this order"),
        .init(
            "record.sum_out_of_range", "各行加起来超出一单可能有的范围，请向平台核对这一单",
            "the lines add up to more than one order can have; ask the platform about this order"),
        .init(
            "record.remark_too_long", "备注超过 64 个字符，没有经过脱敏，请报告开发者",
            "the remark has more than 64 characters, so no personal data was taken out of it; report it"),
        .init(
            "record.refund_of_nothing", "写着退款成功，退款金额却是 0，请向平台核对这一单，若只退货没有退款请用 parked dismiss 确认",
            "a refund that succeeded, of 0; ask the platform about this order, and dismiss the record "
                + "where goods came back and no money went"),
        .init(
            "record.line_repeated", "同一个子订单编号出现了两次，请向平台核对这一单",
            "one line number stands there twice; ask the platform about this order"),
    ]
}
