extension Sentence {
    /// What is wrong with the description of a platform, and what to write.
    static let descriptions: [Sentence] = [
        .init(
            "declared.no_description", "文件里没有平台描述，请写 name、title、channel、feeds",
            "the file describes no platform; write name, title, channel and feeds"),
        .init("declared.key_missing", "缺少“{1}”，请补上", "\"{1}\" is missing; add it"),
        .init("declared.unknown_key", "“{1}”里没有“{2}”这一项{3}", "\"{1}\" has no key \"{2}\"{3}"),
        .init("declared.unknown_key_of_file", "“文件”里没有“{1}”这一项{2}", "the file has no key \"{1}\"{2}"),
        .init("declared.unknown_word", "“{1}”不认识“{2}”，可写：{3}", "\"{1}\" does not know \"{2}\"; one of: {3}"),
        .init(
            "declared.unknown_word_near", "“{1}”不认识“{2}”，是不是“{3}”？可写：{4}",
            "\"{1}\" does not know \"{2}\"; did you mean \"{3}\"? One of: {4}"),
        .init("declared.unknown_field", "这里不能写“{{1}}”，可写：{2}", "\"{{1}}\" cannot stand here; one of: {2}"),
        .init(
            "declared.unknown_field_near", "这里不能写“{{1}}”，是不是“{2}”？可写：{3}",
            "\"{{1}}\" cannot stand here; did you mean \"{2}\"? One of: {3}"),
        .init(
            "declared.no_mapping", "“{1}”要写成键和值，例如 {键: 值}",
            "\"{1}\" must hold keys and values, such as {key: value}"),
        .init(
            "declared.no_list", "“{1}”要写成列表，每项以“- ”开头",
            "\"{1}\" must be a list; begin each item with `- `"),
        .init("declared.no_single_value", "“{1}”要写成一个值", "\"{1}\" must be a single value"),
        .init(
            "declared.no_whole_number", "“{1}”要写 {2} 到 {3} 的整数",
            "\"{1}\" must be a whole number from {2} to {3}"),
        .init(
            "declared.bad_path", "“{1}”的路径“{2}”写错了，应像 data.list 这样用点分开",
            "\"{1}\": \"{2}\" is no path; part its keys by dots, such as data.list"),
        .init(
            "declared.name_letters", "“name”只用英文字母、数字、- 和 _",
            "\"name\" may hold letters a to z, digits, - and _ only"),
        .init(
            "declared.no_base_url", "“base_url”要像 https://api.example.com:8443，末尾不带 / 和路径",
            "\"base_url\" must look like https://api.example.com:8443, without a path or / at its end"),
        .init(
            "declared.feed_twice", "“feeds”里有两项都叫“{1}”，请改名",
            "two of \"feeds\" are called \"{1}\"; rename one"),
        .init(
            "declared.records_undescribed", "“{1}”要写 order 或 refund，说明记录是什么",
            "\"{1}\" must have `order` or `refund`, which says what its records are"),
        .init(
            "declared.refresh_without_token", "“{1}”里没有 {refresh_token}，请在 path、query 或 body 里写上",
            "\"{1}\" has no {refresh_token}; write it into `path`, `query` or `body`"),
        .init(
            "declared.create_without_code", "“{1}”里没有 {code}，请在 path、query 或 body 里写上授权码的位置",
            "\"{1}\" has no {code}; write it into `path`, `query` or `body`"),
        .init(
            "declared.no_token_by_code", "描述文件没有写怎样用授权码取令牌，请在 token 里补上 create",
            "the description does not say how a code gives a token; add `create` to `token`"),
        .init(
            "declared.lookup_of_no_order", "“{1}”要和 order 写在一起：取来的订单按 order 读；请移到订单那一项",
            "\"{1}\" must stand beside an `order`, which says what comes; move it to the feed of the orders"),
        .init(
            "declared.lookup_without_number", "“{1}”里没有 {order}，请在 path、query 或 body 里写上要取的订单号",
            "\"{1}\" has no {order}; write the number of the order into `path`, `query` or `body`"),
        .init(
            "declared.lookup_twice", "“{1}”又写了 lookup：按单号取订单只写一处，请删去一处",
            "\"{1}\" has a `lookup`, too: orders are asked for in one way; delete one of them"),
        .init(
            "declared.lookup_name_taken", "“{1}”是按单号取订单用的名称，请给这一项另取名",
            "\"{1}\" is the name of what asks for single orders; give the feed another one"),
        .init(
            "declared.bad_url_path", "“{1}”要以 / 开头，只用英文字母、数字和 -._~/，参数写在 query 里",
            "\"{1}\" must begin with / and hold letters, digits and -._~/ only; write parameters under "
                + "`query`"),
        .init(
            "declared.get_with_body", "GET 请求不能有 body，请写 method: POST 或改用 query",
            "a GET request can have no `body`; write `method: POST`, or use `query`"),
        .init(
            "declared.bad_header_name", "“{1}”不能作请求头的名称，只用字母、数字和 -",
            "\"{1}\" cannot be the name of a header; use letters, digits and - only"),
        .init(
            "declared.default_refused", "“{1}”不能写 {2}：没见过的词不能这样算；请把认识的词写进 map，default 写别的",
            "\"{1}\" cannot be {2}: a word that nobody has seen must not count so; write the words you "
                + "know into `map`, and another default"),
        .init(
            "declared.no_paid", "缺少“{1}”，订单也没有 paid，请至少写一个",
            "\"{1}\" is missing, and so is the order's `paid`; write at least one"),
        .init(
            "declared.no_weights", "“{1}”没有 paid，订单的 paid 要按 price 或 gross 分摊，请补上其中一个",
            "\"{1}\" has no `paid`, and the order's is spread by `price` or `gross`; add one of them"),
        .init(
            "declared.date_missing", "缺少“{1}”：dated_by 要用它作成交时间，请补上或改 dated_by",
            "\"{1}\" is missing: `dated_by` dates sales by it; add it or change `dated_by`"),
        .init(
            "declared.refund_without_line", "缺少“{1}”：订单的 lines 写了 path，一单有多行，退款却没说退的是哪一行；请补上退款记录里子订单编号的路径",
            "\"{1}\" is missing: orders have several lines (`lines` has a `path`), and the refund does "
                + "not say of which it is; add the path of the line number in the refund's record"),
        .init(
            "declared.useless_in_stated_refund",
            "“{1}”用不上：没有 path 的 refund 是订单里的累计退款额，属于这一单；请删去，逐笔的退款请写 path",
            "\"{1}\" has no use: a `refund` without `path` is what was refunded of this order so far; "
                + "delete it, or write `path` for single refunds"),
    ]

    /// Why a record is parked that was read by a description.
    static let describedRecords: [Sentence] = [
        .init(
            "declared.number_too_large", "金额或数量大得超出范围，请向平台核对这一单",
            "an amount or a quantity is out of range; ask the platform about this order"),
        .init(
            "declared.amount_negative", "{1}：金额是负数，请核对平台的这一单和描述文件里的 less",
            "{1}: the amount is negative; ask the platform about this order, and check `less` in the "
                + "description"),
        .init(
            "declared.quantity_zero", "{1}：数量是 0，请向平台核对这一单",
            "{1}: the quantity is 0; ask the platform about this order"),
        .init(
            "declared.quantity_negative", "{1}：数量是负数，请向平台核对这一单",
            "{1}: the quantity is negative; ask the platform about this order"),
        .init(
            "declared.quantity_too_fine", "{1}：数量多于三位小数，请向平台核对这一单",
            "{1}: the quantity has more than three decimals; ask the platform about this order"),
        .init(
            "declared.order_without_paid", "订单没有写实付金额，请核对描述文件里订单的 paid",
            "the order does not say what was paid; check the order's `paid` in the description"),
        .init(
            "declared.line_repeated", "同一订单里有重复的子订单号，请核对描述文件里 lines 的 id",
            "one line number stands in the order twice; check the `id` of `lines` in the description"),
        .init(
            "declared.items_of_all_shops",
            "商品行合计大于订单实付，同样的子订单编号又在同页别的订单里：像是每一单都列了各店的全部商品，请核对描述文件里 lines 的 path，或向平台核对",
            "the lines come to more than was paid for the order, and other orders of the page have "
                + "lines of the same numbers: each order seems to list the items of all shops; check the "
                + "`path` of `lines` in the description, or ask the platform"),
        .init(
            "declared.status_unknown", "没见过的状态，不知道是不是成交，请把这个词写进描述文件里 status 的 map",
            "a status that nobody has seen: whether it is a sale is not known; write the word into "
                + "the `map` of `status` in the description"),
        .init(
            "declared.sale_without_date", "状态是已成交，却没有 {1}，请核对描述文件里的 status 和 dated_by",
            "the status says sold, and there is no {1}; check `status` and `dated_by` in the description"),
        .init(
            "declared.sale_without_lines", "状态是已成交，却既没有商品行也没有金额，请向平台核对这一单，或核对描述文件里 lines 的 path",
            "the status says sold, and there is neither a line nor an amount; ask the platform about this "
                + "order, or check the `path` of `lines` in the description"),
        .init(
            "declared.refund_status_unknown", "没见过的退款状态，请把这个词写进描述文件里 refund 的 status 的 map",
            "a status of a refund that nobody has seen; write the word into the `map` of the "
                + "refund's `status` in the description"),
        .init(
            "declared.refunded_line_unknown", "这一单里没有退款所说的那一行，请核对描述文件里的 {1} 和 lines 的 id",
            "the refund names a line that the order does not have; check {1} and the `id` of `lines` in "
                + "the description"),
        .init(
            "declared.update_time_missing", "缺少 {1}（更新时间），请核对描述文件里的 updated_at",
            "{1}, the time of the update, is missing; check `updated_at` in the description"),
        .init(
            "declared.time_out_of_range", "{1}：时间不在 1991 至 9999 年之间，请核对描述文件里的 time（秒、毫秒、北京时间）",
            "{1}: the time does not lie between the years 1991 and 9999; check `time` in the "
                + "description (seconds, milliseconds, Beijing time)"),
        .init(
            "declared.no_place", "买家的省、市、区不都像地名，可能是个人信息，请核对描述文件里的 buyer_place",
            "the buyer's province, city and county do not all look like names of places; they may be "
                + "personal data: check `buyer_place` in the description"),
    ]
}
