extension Sentence {
    /// What is wrong, or odd, in the roster's files, and what to do.
    static let roster: [Sentence] = rosterCells + rosterFiles + rosterUnused

    /// What can be done about a file that cannot be read: nobody exports a roster from a platform.
    private static let rosterFiles: [Sentence] = [
        .init(
            "roster.add_column", "请在表头补上这一列，没有内容也要有列名",
            "add this column to the header; it must be there, even if it is empty"),
        .init("roster.delete_columns", "请删去多出来的列", "delete those that are too many"),
        .init("roster.mend_row", "请改正这一行", "mend this row"),
        .init(
            "roster.ids_as_text", "请在 Excel 里把这一列设为文本，照原来的编号重新填写，再保存",
            "make this column text in Excel, write the ids anew from where they came, and save it"),
        .init(
            "roster.remove_password", "请在 Excel 里去掉密码，另存为 .xlsx",
            "remove the password in Excel and save it as .xlsx"),
        .init("roster.mend_in_excel", "请在 Excel 里改正这一格并保存", "mend the cell in Excel and save it"),
        .init(
            "roster.keep_one_sheet", "请只留一张工作表，或把它们另存为各自的文件",
            "keep one sheet, or save each as a file of its own"),
        .init(
            "roster.table_in_several", "和 {1} 是同一张表，不知道以哪一个为准",
            "it is the same table as {1}, and which counts is not known"),
        .init("roster.keep_one_table", "请只留一个，把其余的移走", "keep one and move the others away"),
        .init(
            "roster.column_under_names", "表头里 {1} 说的是同一列，不知道该读哪一个",
            "in the header {1} stand for the same column, and which to read is not known"),
        .init("roster.on_lines", "{1}（共 {2} 行：第 {3} 行）", "{1} (on {2:line|lines}: {3})"),
        .init(
            "roster.on_lines_such_as", "{1}（共 {2} 行，如第 {3} 行）", "{1} (on {2:line|lines}, such as {3})"),
        .init(
            "roster.restore_file", "请从备份恢复，或照 daihuo init 写出的表头重做",
            "restore it from a backup, or make it anew with the header that `daihuo init` writes"),
        .init(
            "roster.save_file_anew", "请用 Excel 或 WPS 打开名册，另存为 .xlsx 或“CSV UTF-8”",
            "open the roster in Excel or WPS and save it as .xlsx or \"CSV UTF-8\""),
    ]

    /// What is written and has no effect yet.
    private static let rosterUnused: [Sentence] = [
        .init("roster.column_unused", "填了，但还没有用到", "it is filled in, but not used yet"),
        .init(
            "roster.identities_unused", "有 {1} 这样的身份，归属规则还没有用到",
            "there are identities of the kind {1}, which no rule of credit uses yet"),
        .init("roster.columns_not_read", "不读取这些列：{1}", "columns that are not read: {1}"),
        .init("roster.file_unused", "填了，但还没有用到，不读取", "it is filled in, but not used yet, and not read"),
        .init("roster.file_not_read", "不是名册的表，不读取", "it is no table of the roster, and not read"),
        .init("roster.recognised", "认出的表：{1}", "tables that are recognised: {1}"),
        .init(
            "roster.sheets_unnamed", "里面有名册的几张表（{1}），工作表却没有照表命名",
            "it has several tables of the roster ({1}), and its sheets are not named by them"),
        .init("roster.name_sheets", "请把工作表改名为 {1}", "name its sheets {1}"),
        .init(
            "roster.not_recognised", "认不出是名册的哪一张表", "it is not recognised as a table of the roster"),
        .init(
            "roster.write_header_of_one", "请写上其中一张表的表头：{1}", "write the header of one of the tables: {1}"),
        .init(
            "roster.is_another_table", "没有“{1}”表的任何一列", "it has no column of the table \"{1}\""),
        .init("roster.write_header", "请写上表头：{1}", "write its header: {1}"),
        .init("roster.changes_no_credit", "留着也不影响归属", "it may stay and changes no credit"),
        .init("roster.changes_nothing", "留着也不影响结果", "it may stay and changes nothing"),
        .init(
            "roster.check_name", "请核对名字，名册的文件有：{1}（或 .xlsx），或 roster.xlsx 的同名工作表",
            "check its name; the files of the roster: {1} (or .xlsx), or sheets of these names in roster.xlsx"
        ),
    ]

    private static let rosterCells: [Sentence] = [
        .init("roster.shown", "（{1}）", " ({1})"),
        .init("roster.not_shown", "", ""),
        .init("roster.id_not_shown", "……", "..."),
        .init("roster.nearest", "，也许是“{1}”", ", perhaps \"{1}\""),
        .init("roster.cell_empty", "没有填写", "it is empty"),
        .init("roster.fill_in", "请补上", "fill it in"),
        .init(
            "roster.no_region", "不是 6 位或 12 位的行政区划代码{1}",
            "it is no division code of 6 or 12 digits{1}"),
        .init(
            "roster.state_region", "请填 GB/T 2260 代码，例如 411422", "write a GB/T 2260 code such as 411422"),
        .init("roster.unknown_party_kind", "没有这种主体类型{1}{2}", "there is no such kind of party{1}{2}"),
        .init(
            "roster.unknown_identity_kind", "没有这种身份类型{1}{2}", "there is no such kind of identity{1}{2}"),
        .init("roster.unknown_channel", "没有这种渠道{1}{2}", "there is no such channel{1}{2}"),
        .init("roster.unknown_leg", "没有这种方向{1}{2}", "there is no such leg{1}{2}"),
        .init("roster.state_count", "请填户数或人数，或留空", "write how many there are, or leave it empty"),
        .init(
            "roster.state_target", "请填金额的分数或重量的克数，或留空",
            "write an amount in fen or a weight in grams, or leave it empty"),
        .init("roster.write_one_of", "请改为 {1} 之一", "write one of {1}"),
        .init(
            "roster.span_ends_early", "结束日 {1} 不晚于开始日 {2}", "it ends on {1}, not after it begins on {2}"),
        .init(
            "roster.correct_end", "结束日不包含在内，请填最后一天的次日，或留空",
            "the end is not part of the span: write the day after its last day, or leave it empty"),
        .init(
            "roster.write_time", "请写成 2022-11-01 20:15 这样的北京时间",
            "write Beijing time like 2022-11-01 20:15"),
        .init(
            "roster.no_number", "不是 {1} 到 {2} 的整数{3}", "it is no whole number from {1} to {2}{3}"),
        .init("roster.party_twice", "编号{1}与第 {2} 行重复", "the id{1} stands on line {2} already"),
        .init("roster.renumber_party", "请改成另一个编号，或删去一行", "choose another id, or delete one line"),
        .init(
            "roster.unknown_party", "{1} 中没有这个主体{2}", "{1} does not have this party{2}"),
        .init(
            "roster.register_party", "请先在 {1} 中登记，或改正编号", "add it to {1}, or correct the id"),
        .init(
            "roster.tenures_overlap", "与第 {1} 行是同一主体、同一角色，任期重叠",
            "it overlaps the tenure on line {1}, of the same party and role"),
        .init(
            "roster.correct_tenure", "请改正起止日期，任期的结束日不包含在内",
            "correct the days; the end is not part of a tenure"),
        .init(
            "roster.two_first_secretaries", "与第 {1} 行同时任同一个村（{2}）的第一书记",
            "line {1} has another first secretary of the same village ({2}) at the same time"),
        .init("roster.check_handover", "请确认是否交接日期有误", "see whether the day of the handover is right"),
        .init(
            "roster.state_share", "请填万分之几，例如一半填 5000，或留空表示均分",
            "write ten-thousandths, 5000 for one half, or leave it empty for equal shares"),
        .init(
            "roster.session_nowhere", "既没有店铺也没有直播间，不会匹配任何订单",
            "it has neither a shop nor a room and fits no order"),
        .init("roster.state_shop_or_room", "请至少填写 shop 或 room", "fill in at least one of shop and room"),
        .init("roster.session_ends_early", "结束时间不晚于开始时间", "it does not end after it begins"),
        .init(
            "roster.check_session", "请核对这一场的起止时间；跨零点的场次，结束日期要写次日",
            "check both times; a session that runs past midnight ends on the next day"),
        .init(
            "roster.state_net_grams", "请填一件的净重克数，例如 5 斤填 2500，或留空",
            "write the net grams of one piece, 2500 for 5 jin, or leave it empty"),
        .init(
            "roster.item_without_name", "既没有商品编号也没有标题，不会匹配任何订单",
            "it has neither a product id nor a title and fits no order"),
        .init(
            "roster.state_product_or_title", "请至少填写 product 或 title",
            "fill in at least one of product and title"),
        .init("roster.net_weight", "净重", "net weight"),
        .init("roster.origin", "产地", "origin"),
        .init("roster.category", "品类", "category"),
        .init(
            "roster.items_contradict", "与第 {1} 行是同一商品，{2}不同，按未知处理",
            "it is the product of line {1}, but differs in {2}, which is taken as unknown"),
        .init("roster.keep_one_item", "请核对后只留一行", "check both and keep one line"),
    ]
}
