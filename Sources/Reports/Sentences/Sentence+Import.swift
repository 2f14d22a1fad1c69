extension Sentence {
    /// Why a file is not imported, and of which days it tells.
    static let imports: [Sentence] = [
        .init(
            "import.shop_unsaid", "{1}：文件里没有店铺号，请用 --account 指明账号（{2}）",
            "{1}: the file does not say its shop; name the account by --account ({2})"),
        .init(
            "import.no_accounts",
            "配置里还没有账号，不知道文件属于哪家店铺；要把店铺加进 daihuo.yaml 并导入，请运行 {daihuo} import {1} --new-shop {2} --platform {3} --shop 店铺编号",
            "the settings have no accounts, so it is not known which shop a file belongs to; to add the shop to daihuo.yaml and "
                + "import, run: {daihuo} import {1} --new-shop {2} --platform {3} --shop SHOP"),
        .init(
            "import.no_account_of_platform",
            "{1}：是 {2} 的文件，配置里没有 {2} 的账号（只有 {3}）；要把店铺加进 daihuo.yaml 并导入，请运行 "
                + "{daihuo} import {4} --new-shop {5} --platform {2} --shop 店铺编号",
            "{1}: this file is of {2}, and the settings have no account of it (only {3}); to add the shop to daihuo.yaml and "
                + "import, run: {daihuo} import {4} --new-shop {5} --platform {2} --shop SHOP"),
        .init(
            "import.other_platform",
            "{1}：是 {2} 的文件，账号 {3} 是 {4} 的；请用 --account 指明正确的账号，本次没有导入",
            "{1}: this file is of {2} and account {3} is of {4}; name the right account by --account; nothing was "
                + "imported"),
        .init(
            "import.other_shop",
            "{1}：{2} 个订单号中有 {3} 个已在店铺 {4} 名下，不是账号 {5}（店铺 {6}）的文件；请用 --account 指明正确的账号，本次没有导入",
            "{1}: of {2} order numbers {3} are already stored under shop {4}: this is no file of account {5} (shop "
                + "{6}); name the right account by --account; nothing was imported"),
        .init(
            "import.unknown_format", "{1}：认不出是哪种导出文件；请确认表头未改动，或用 --as 指定（{2}）",
            "{1}: this is no known kind of export; see that its header was not changed, or name the kind by --as "
                + "({2})"),
        .init("import.name_table", "请用 --sheet 名称 写明要读哪一个", "name the one that is meant by --sheet NAME"),
        .init(
            "import.give_password", "请用 --password file:文件 或 env:变量 给出正确的密码",
            "give the right password by --password file:PATH or env:NAME"),
        .init(
            "import.password_literal", "--password 后面不能直接写密码（别人看得到命令行）；请写 file:文件 或 env:变量",
            "--password does not take the password itself, which others could see; write file:PATH or env:NAME"
        ),
        .init("import.password_prompt", "文件的密码：", "Password of the file: "),
        .init("import.days", "{1} 至 {2}", "{1} to {2}"),
        .init("import.more_stretches", " 等", " and others"),
        .init(
            "import.complete", "{1}：文件按完整计：{2} 至 {3}，{4} 天；其中平台不再提供的日子不再算缺口",
            "{1}: counts as complete from {2} to {3}, {4:day|days}; what the platform gives no more of them is no gap"
        ),
        .init(
            "import.not_complete", "{1}：{2} 至 {3}，不按完整计，不补缺口",
            "{1}: from {2} to {3}, not counted as complete: it closes no gap"),
        .init(
            "import.silent",
            "{1}：其中 {2} 天一个订单也没有（{3}{4}）；若是没有导出全，请运行 {daihuo} import {5} --account {6} --not-complete",
            "{1}: on {2:day|days} of them there is no order ({3}{4}); if not all was exported, run: "
                + "{daihuo} import {5} --account {6} --not-complete"),
        .init(
            "import.unreadable", "{1}：读不了这个文件；请检查路径与权限",
            "{1}: the file cannot be read; check its path and who may read it"),
    ]

    /// What a file is, what it holds, and what is wrong with it.
    static let importNotes: [Sentence] = [
        .init(
            "import.recognised", "认作 {1}（{2}，表头在第 {3} 行{4}）",
            "recognised as {1} ({2}, header on line {3}{4})"),
        .init("import.by_columns", "，凭{1}列", ", by the columns {1}"),
        .init("import.by_name", "，由 --as 指定", ", named by --as"),
        .init("import.kind_text", "{1} 编码、以{2}分隔的文本", "text in {1}, divided by {2}"),
        .init("import.commas", "逗号", "commas"),
        .init("import.tabs", "制表符", "tabs"),
        .init("import.semicolons", "分号", "semicolons"),
        .init("import.kind_workbook", "Excel 工作簿", "a workbook"),
        .init(
            "import.kind_workbook_as_xml", "{1} 编码的 Excel 2003 XML 表格",
            "a workbook of Excel 2003 as XML in {1}"),
        .init("import.kind_page", "{1} 编码的网页表格", "a web page in {1}"),
        .init("import.in_table", "{1}“{2}”", "{1} \"{2}\""),
        .init(
            "import.account_only", "归入账号 {1}（店铺 {2}）：{3} 的账号只有这一个",
            "for account {1} (shop {2}), the only one of {3}"),
        .init(
            "import.account_named", "归入账号 {1}（店铺 {2}），由 --account 指明",
            "for account {1} (shop {2}), named by --account"),
        .init(
            "import.content", "{1} 行，{2} 单，{3}，{4}{5}",
            "{1:row|rows}, {2:order|orders}, {3}, {4}{5}"),
        .init(
            "import.unchanged", "与 {1} 导入的是同一个文件，其后没有会使它起变化的数据：{2} 行、{3} 单都已在库里，没有再逐行读",
            "the same file as was imported on {1}, and nothing has come since that it could change: {2:row|rows} with "
                + "{3:order|orders} are stored already and were not read again"),
        .init(
            "import.paid_unknown", "{1}，另有 {2} 行没有人填报金额",
            "{1}, {2:line|lines} of which nobody has stated the amount"),
        .init("import.no_days", "没有下单时间", "without times of creation"),
        .init("import.refunded", "，写明退款 {1} 元", ", of which {1} yuan are stated as refunded"),
        .init("import.paid", "实付 {1} 元", "paid {1} yuan"),
        .init("import.too_much", "实付大得不合理", "paid more than can be true"),
        .init("import.columns_unread", "没有读的列：{1}", "columns that are not read: {1}"),
        .init(
            "import.hidden_columns", "表里隐藏的列也照样读了：{1}",
            "columns that the sheet hides were read, too: {1}"),
        .init(
            "import.hidden_rows", "表里隐藏的 {1} 行也照样读了",
            "{1:row that the sheet hides was|rows that the sheet hides were} read, too"),
        .init("import.total", "“{1}”{2}", "\"{1}\" {2}"),
        .init(
            "import.total_fits", "与文件第 {1} 行的合计相符：{2}",
            "fits the file's own totals on line {1}: {2}"),
        .init(
            "import.total_gap", "第 {1} 行“{2}”列的合计写着 {3}，读进的行加起来是 {4}，差 {5}；请看搁置的行，并检查文件是否缺行",
            "the total on line {1} of column \"{2}\" says {3}, the rows that were read come to {4}, a gap of {5}; "
                + "look at the parked rows, and whether rows are missing"),
        .init(
            "import.shop_confirmed", "{1} 单已在店铺 {2} 名下；按 --confirm-shop 仍归入账号 {3}（店铺 {4}），会计两次",
            "{1:order is|orders are} stored under shop {2}; by --confirm-shop they land for account {3} (shop {4}) all "
                + "the same, and count twice"),
        .init(
            "import.parked", "{1} 行搁置（{2}）：{3}{4}；{5}", "{1:row|rows} parked ({2}): {3}{4}; {5}"),
        .init("import.at_lines", "第 {1} 行{2}", "line {1}{2}"),
        .init("import.of_orders", "订单 {1}{2}", "order {1}{2}"),
        .init("import.in_column", "“{1}”列", "column \"{1}\": "),
        .init("import.see_parked", "见 {daihuo} parked", "see {daihuo} parked"),
        .init(
            "import.more_reasons", "另有 {1} 种原因，用 --format json 看全部",
            "{1:more reason|more reasons}; --format json lists all"),
        .init(
            "import.unreadable_written",
            "其中 {1} 行写进了 {2}（只有要读的列和原因）；改正后运行 {daihuo} import {3} --account {4} --not-complete",
            "{1:row is|rows are} written to {2} (the columns that are read, and the reason); mend and run: "
                + "{daihuo} import {3} --account {4} --not-complete"),
        .init(
            "import.unreadable_left", "另 {1} 行没有写进去（分不清哪一格是什么），请在原文件里改正",
            "{1:other row is|other rows are} not in it, because which cell is which is not known; mend the file itself"
        ),
        .init(
            "import.unreadable_not_written", "{1}：读不懂的行写不进 {2}；请检查路径和权限，或用 --unreadable 另指文件",
            "{1}: the rows that could not be read cannot be written to {2}; check its path and permissions, or name another "
                + "file by --unreadable"),
        .init(
            "import.one_unreadable", "--unreadable 只能跟一个文件一起用；请一个一个地导入",
            "--unreadable goes with one file; import one after the other"),
        .init(
            "import.no_rows", "{1}：表头下面没有一行数据，什么也没有导入；请检查导出时选的日期和店铺",
            "{1}: there is no row below the header, nothing was imported; check the days and the shop of the export"
        ),
        .init(
            "import.nothing_landed", "{1}：{2} 行没有一行能用，没有导入任何订单；请按搁置的原因改正后再导入",
            "{1}: of {2:row|rows} none can be used, no order was imported; mend them by the reasons given and import again"
        ),
        .init(
            "import.mostly_parked", "{1}：{2} 行里有 {3} 行搁置，比读进的还多，不算完成；请检查是不是这种文件、是否被改动过",
            "{1}: of {2:row|rows} {3} are parked, more than were read: this is not done; check that it is a file of this kind "
                + "and was not edited"),
        .init(
            "import.ids_damaged",
            "{1}：{2} 行的编号被 Excel 改坏了，末尾的数字找不回来，这些行没有导入；请从后台重新导出，不要用 Excel 打开后另存。若只要其余的行，加 --accept-damaged-ids",
            "{1}: Excel has damaged the ids of {2:row|rows}, whose last digits are lost; they were not imported. Export again and "
                + "do not save it from Excel; if the other rows are all that is wanted, add --accept-damaged-ids"
        ),
        .init(
            "import.dry_run", "以上只是试算，什么也没有写；去掉 --dry-run 才会导入",
            "this was tried only, and nothing was written; without --dry-run it is done"),
    ]
}
