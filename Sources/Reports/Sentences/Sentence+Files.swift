extension Sentence {
    /// What is wrong with described files and their rows.
    static let files: [Sentence] = [
        .init(
            "declared.kind_of_file", "描述导出文件时，“kind”要写 file", "of a file's description, `kind` must be `file`"
        ),
        .init(
            "declared.column_unused", "“{1}”既不在 columns 的 ids、amounts、times、quantities 里，也没有哪一项读取它{2}",
            "\"{1}\" is neither in `ids`, `amounts`, `times` or `quantities` of `columns` nor read by anything{2}"
        ),
        .init(
            "declared.absent_figure", "“{1}”是金额、时间或单号，不能在 absent 里代填",
            "\"{1}\" is an amount, a time or an id, which `absent` cannot stand in for"),
        .init(
            "file.column_absent", "文件没有“{1}”这一列，每一行都按“{2}”计",
            "the file has no column \"{1}\"; every row counts as \"{2}\""),
        .init(
            "file.rows_disagree", "与第 {1} 行是同一订单，但这一格写得不同",
            "of the same order as line {1}, but this cell differs"),
        .init("file.ask_about_order", "请到后台核对这个订单", "look the order up in the back end"),
        .init("file.rows_apart", "同一订单的行没有排在一起", "the rows of one order do not follow each other"),
        .init("file.sort_by_order", "请按订单号排序后再导入", "sort the file by order number and import it again"),
        .init(
            "file.order_twice", "同一订单号有两行，而这种文件每个订单只有一行",
            "two rows have the same order number, and such a file has one row for each order"),
        .init(
            "file.sale_without_date", "已成交，但“{1}”是空的，不知道算哪一天",
            "this is a sale, but \"{1}\" is empty: its day is not known"),
        .init("file.no_time", "这一行没有任何时间", "there is no time in this row"),
        .init("file.several_ids", "一个格子里有几个编号", "several numbers stand in one cell"),
        .init(
            "file.line_again", "同一子订单在这份文件里还有一行（拆成几个包裹，或组合装拆开），合计多少不能确定",
            "the same line stands in this file before (parted over parcels, or a set taken apart): what it comes to is not known"
        ),
        .init(
            "file.count_line_by_hand", "请用平台自己的订单导出补这个订单",
            "import the platform's own export of this order"),
        .init(
            "file.shop_unknown", "不知道店铺“{1}”是哪个平台的哪个店",
            "which shop of which platform \"{1}\" stands for is not known"),
        .init(
            "file.name_shop", "请在 daihuo.yaml 里这个店的账号下写上 aliases，再导入一次",
            "write it under `aliases` of the shop's account in daihuo.yaml, and import again"),
        .init(
            "file.place_unknown", "没有名为“{1}”的 {2} 账号，不知道是哪一个",
            "no account of {2} is of \"{1}\", so it is not known which it is"),
        .init(
            "file.add_place", "名称写错了就改正；是新的就在 daihuo.yaml 里加一个账号（platform: {1}，shop 写这个名称，file: true），再导入一次",
            "mend the name, or add an account of it to daihuo.yaml (platform: {1}, shop: the name, file: true), and import again"
        ),
        .init(
            "file.refund_of_unknown", "有退款，却没有写付了多少", "there is a refund, and nobody has stated what was paid"
        ),
        .init(
            "file.refund_without_day", "有退款，却没有写哪一天退的（{1}）", "there is a refund without its day ({1})"),
        .init("file.cell_empty", "要填的这一格是空的", "it is empty, and has to be filled in"),
        .init("file.mend_row", "请改好这一行再导入", "mend the row and import the file again"),
        .init(
            "taobao.items_without_paid", "这是淘宝的宝贝报表，其中没有买家付了多少",
            "this is Taobao's list of items, which does not say what was paid"),
        .init(
            "taobao.import_order_list", "请改为导入订单报表（ExportOrderList），它有每个订单的实付金额",
            "import the list of orders (ExportOrderList) instead, which has what each order paid"),
        .init("table.no_number", "不是数字", "this is no number"),
        .init("table.write_number", "请写成 12 或 2.5 这样的数字", "write it as 12 or 2.5"),
    ]
}
