extension Sentence {
    /// What is said of daily reports: what people say was sold.
    static let selfReports: [Sentence] = [
        .init(
            "reported.of_nobody", "日报是填报方自己说的数：只用来核对，不计入销售，不归任何账号",
            "a daily report is what people say was sold: it is there to be checked, counts as no sale, and is of no account"
        ),
        .init(
            "reported.content", "{1} 行，读懂 {2} 行，{3}，填报方 {4} 个",
            "{1:row|rows}, {2} of them read, {3}, by {4:reporter|reporters}"),
        .init(
            "reported.figures", "写明的销售额合计 {1} 元，没写销售额 {2} 行；写明的重量合计 {3} 吨，没写重量 {4} 行",
            "{1} yuan are stated, {2:row states|rows state} none; {3} t are stated, {4:row states|rows state} none"
        ),
        .init(
            "reported.landed", "新填报 {1} 行，替换以前填报的 {2} 行，与以前相同 {3} 行",
            "{1:row is|rows are} new, {2} took the place of what was reported before, {3} said the same again"
        ),
        .init(
            "reported.year_of_file", "{1} 个日期没有年份，按 {2} 年：文件里写明年份的日期都是这一年",
            "{1:date has|dates have} no year: {2}, as all dates of the file that have one"),
        .init(
            "reported.year_of_file_not_said",
            "{1} 个日期没有年份，按 {2} 年：文件里写明年份的日期都是这一年，没有按 --year {3}",
            "{1:date has|dates have} no year: {2}, as all dates of the file that have one, and not --year {3}"
        ),
        .init(
            "reported.year_said", "{1} 个日期没有年份，按 --year {2}",
            "{1:date has|dates have} no year: {2}, by --year"),
        .init("reported.no_day", "没有日期", "there is no date"),
        .init("reported.no_year", "日期没有年份", "the date has no year"),
        .init(
            "reported.several_years", "日期没有年份，文件里的年份又不止一个（{1}）",
            "the date has no year, and the file has several ({1})"),
        .init(
            "reported.say_year", "请补上年份，或导入时加 --year，如 --year 2022",
            "add the year, or import it with --year, such as --year 2022"),
        .init("reported.no_reporter", "没写是谁填报的", "it does not say who reports"),
        .init("reported.write_reporter", "请写上责任人或县", "write who reports, or the county"),
        .init("reported.no_weight", "不是重量", "it is no weight"),
        .init(
            "reported.weights_disagree", "与同一行的重量对不上", "it is another weight than the row's other one"),
        .init("reported.no_count", "不是单数", "it is no number of orders"),
        .init("reported.write_count", "请写整数，如 320", "write a whole number, such as 320"),
        .init(
            "reported.again", "同一天、同一填报方、同一渠道和商品，第 {1} 行已经报过",
            "line {1} has reported of the same day, reporter, channel and product already"),
        .init(
            "reported.join_rows", "请并成一行，或写明不同的渠道、商品，再导入整个文件",
            "join the rows, or name different channels or products, and import the whole file again"),
        .init(
            "reported.columns_twice", "有几列说的是同一个数：{1}", "several columns state one figure: {1}"),
        .init("reported.unit_unknown", "“{1}”列的单位认不出", "the unit of column \"{1}\" is not known"),
        .init(
            "reported.mend_header", "请改表头：一个数只留一列，单位写元、万元、吨、公斤、斤这样的词",
            "mend the header: one column for each figure, and a unit that is known, such as kg or t"),
        .init(
            "reported.unreadable_written",
            "其中 {1} 行写进了 {2}（只有要读的列和原因）；改正后运行 {daihuo} import {3} --as daily",
            "{1:row is|rows are} written to {2} (the columns that are read, and the reason); mend and run: "
                + "{daihuo} import {3} --as daily"),
        .init(
            "reported.unreadable_of_year",
            "其中 {1} 行写进了 {2}（只有要读的列和原因）；改正后运行 {daihuo} import {3} --as daily --year {4}",
            "{1:row is|rows are} written to {2} (the columns that are read, and the reason); mend and run: "
                + "{daihuo} import {3} --as daily --year {4}"),
        .init(
            "reported.unreadable_left", "另 {1} 行没有写进去（单看这一行改不好），请在原文件里改正",
            "{1:other row is|other rows are} not in it, because it cannot be mended by itself; mend the file itself"
        ),
        .init(
            "reported.no_rows", "{1}：表头下面没有一行数据，什么也没有导入；请填好再导入",
            "{1}: there is no row below the header, nothing was imported; fill it in and import again"),
        .init(
            "reported.nothing_landed", "{1}：{2} 行没有一行读得懂，什么也没有导入；请按搁置的原因改正后再导入",
            "{1}: of {2:row|rows} none can be read, nothing was imported; mend them by the reasons given and import again"
        ),
        .init(
            "reported.said", "以上是填报方自己说的数，不是销售：不在任何别的报表里，等着与订单核对",
            "these are what people said, and no sales: they are in no other report, and wait to be checked against orders"
        ),
        .init("reported.none", "{1} 至 {2} 没有填报", "nothing was reported of {1} to {2}"),
        .init(
            "reported.parked", "另有 {1} 行日报读不懂，没有算在内；见 {daihuo} parked --only account=daily-reports",
            "{1:row|rows} of daily reports could not be read and are not in it: {daihuo} parked --only account=daily-reports"
        ),
        .init(
            "reported.too_much", "填报的数加起来大得不合理，请缩短日期范围",
            "what was reported adds up to more than can be true; ask for fewer days"),
        .init(
            "reported.year_unlikely", "--year {1}：请写 2000 至 2099 的年份，如 --year 2022",
            "--year {1}: write a year from 2000 to 2099, such as --year 2022"),
        .init(
            "reported.year_of_orders", "{1}：不是日报，订单文件的时间都带年份；--year 只跟日报一起用",
            "{1}: this is no daily report, and files of orders have their years; --year goes with daily reports only"
        ),
    ]
}
