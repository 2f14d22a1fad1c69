extension Sentence {
    /// What the demo says, and the figures of the article.
    static let demo: [Sentence] = [
        .init(
            "demo.begins", "演示：{1} 个订单，经 HTTP 从模拟平台取回，没有接口的从文件导入，写入 {2}/",
            "demo: {1:order|orders}, fetched over HTTP from simulated platforms or imported from files, written to {2}/"
        ),
        .init("demo.round_at", "第 {1} 轮：模拟时间 {2}", "round {1}: simulated time {2}"),
        .init(
            "demo.files_dropped", "没有接口的账号：店员导出或填好的 {1} 个文件放进 {2}",
            "accounts without an API: {1:file|files} that clerks have saved or filled in, laid into {2}"),
        .init("demo.not_imported", "{1}：没有导入", "{1}: not imported"),
        .init("demo.round", "第 {1} 轮", "round {1}"),
        .init(
            "demo.foreign_folder", "文件夹 {1}：不是演示留下的，不会清空；请换一个 --folder",
            "folder {1}: no demo left it, so it is not cleared; take another --folder"),
        .init(
            "demo.not_cleared", "文件夹 {1}：无法清空；请检查权限", "folder {1}: it cannot be cleared; check who may write"),
        .init(
            "demo.not_written", "文件夹 {1}：写不进去；请检查权限与磁盘空间",
            "folder {1}: it cannot be written; check who may write there, and the space on the disk"),
        .init(
            "demo.no_question", "演示里的报表命令看不懂", "a report's command in the demo is not understood"),
        .init(
            "demo.unexplained", "{1}：核对有未解释的差额", "{1}: the proof leaves something unexplained"),
        .init("demo.paid_differs", "合计实付与模拟平台不符", "what was paid in all is not what the simulator says"),
        .init(
            "demo.refunded_differs", "合计退款与模拟平台不符", "what was refunded in all is not what the simulator says"),
        .init("demo.weight_differs", "合计重量与模拟平台不符", "the weight in all is not what the simulator says"),
        .init("demo.lines_differ", "销售行数与模拟平台不符", "the number of lines sold is not what the simulator says"),
        .init(
            "demo.orders_differ", "销售订单数与模拟平台不符", "the number of orders sold is not what the simulator says"),
        .init("demo.column_figure", "文章中的数字", "figure of the article"),
        .init("demo.column_article", "文章", "article"),
        .init("demo.column_grams", "算出（吨）", "computed (t)"),
        .init("demo.column_net", "净额（元）", "net (yuan)"),
        .init("demo.column_holds", "相符", "holds"),
        .init("demo.column_command", "命令：daihuo …", "command: daihuo ..."),
        .init("demo.should_be", "✗ 应为 {1} 吨、{2} 元", "✗ should be {1} t, {2} yuan"),
        .init(
            "demo.all_hold", "八个数字全部相符，一克一分不差。", "All eight figures hold, to the gram and the fen."),
        .init("demo.some_differ", "有数字不符。", "Some figures differ."),
        .init(
            "demo.stays",
            """
            数据留在 {1}/，可以接着试：
              {daihuo} --now 2022-12-31T08:00:00+08:00 report attribution --from 2022-11-01 --to 2022-12-31 --by campaign
              {daihuo} --now 2022-12-31T08:00:00+08:00 report attribution --from 2022-11-01 --to 2022-12-31 --leg buy --only kind=university
              {daihuo} --now 2022-12-31T08:00:00+08:00 report attribution --from 2022-12-01 --to 2022-12-31 --by day --format csv
              {daihuo} explain 订单号
            要再同步，先让模拟平台运行：daihuo simulate --folder {2}
            """,
            """
            The data stay in {1}/; try next:
              {daihuo} --now 2022-12-31T08:00:00+08:00 report attribution --from 2022-11-01 --to 2022-12-31 --by campaign
              {daihuo} --now 2022-12-31T08:00:00+08:00 report attribution --from 2022-11-01 --to 2022-12-31 --leg buy --only kind=university
              {daihuo} --now 2022-12-31T08:00:00+08:00 report attribution --from 2022-12-01 --to 2022-12-31 --by day --format csv
              {daihuo} explain ORDER
            To sync again, let the platforms run first: daihuo simulate --folder {2}
            """),
    ]

    /// The eight figures as the article has them.
    static let figures: [Sentence] = [
        .init("figure.tonnes", "{1} 吨", "{1} t"),
        .init("figure.ten_thousand_tonnes", "{1} 万吨", "{1} x 10,000 t"),
        .init(
            "figure.secretaries", "平顶山市“第一书记帮带货”：48 名第一书记直播，116 家帮扶单位参与",
            "Pingdingshan: 48 first secretaries sell live, 116 supporting units take part"),
        .init("figure.matching", "郑州市产销对接活动 180 余场", "Zhengzhou: over 180 matching events"),
        .init(
            "figure.venues", "商丘市 13 个消费帮扶专馆、113 个专区", "Shangqiu: 13 halls and 113 zones"),
        .init(
            "figure.water_university", "华北水利水电大学采购兰考县蔬菜",
            "North China University of Water Resources buys vegetables of Lankao"),
        .init(
            "figure.normal_university", "河南师范大学采购新乡市平原示范区白菜",
            "Henan Normal University buys cabbage of Pingyuan, Xinxiang"),
        .init(
            "figure.ecommerce_members", "省乡村振兴协会电商会员销售",
            "e-commerce members of the provincial association sell"),
        .init(
            "figure.catering_members", "省乡村振兴协会餐饮会员采购",
            "catering members of the provincial association buy"),
        .init(
            "figure.media", "“百家媒体聚力河南公益助农”专项行动 8 天", "a hundred media for Henan's farmers: 8 days"),
    ]
}
