extension Sentence {
    /// What is said of forms that staff fill in.
    static let templates: [Sentence] = [
        .init(
            "template.sales_list", "专柜、专馆、专区的销售清单", "what counters, halls and zones have sold"),
        .init("template.relay_list", "微信群接龙的订单", "what was ordered in WeChat groups"),
        .init(
            "template.purchase_list", "单位食堂、工会的采购清单",
            "what units have bought for canteens and by trade unions"),
        .init("template.matching_event", "产销对接会的成交", "deals of matching events"),
        .init("template.media_campaign", "媒体助农的成交", "deals of media campaigns"),
        .init(
            "template.daily_report", "日报：填报的销量和销售额，用来核对",
            "daily reports: what is said to be sold, to be checked"),
        .init("template.sessions", "直播排班：谁在哪个直播间，几点到几点", "live sessions: who is on air where and when"),
        .init(
            "template.roster", "名册：责任主体、任期、平台身份、供货方、目标",
            "the roster: parties, tenures, identities, suppliers, targets"),
        .init(
            "template.catalogue", "产品目录：净重、品类、产地、供货方",
            "the catalogue: net weights, categories, origins, suppliers"),
        .init(
            "template.choose", "写出一张：{daihuo} template 模板名，如 {daihuo} template sales-list",
            "write one of them: {daihuo} template NAME, such as {daihuo} template sales-list"),
        .init(
            "template.next_import", "下一步：按“说明”工作表填好、保存，再运行 {daihuo} import {1}",
            "next: fill it in by what its last sheet says, save it, then run {daihuo} import {1}"
        ),
        .init(
            "template.next_roster", "下一步：按“说明”工作表填好，以 {1} 的名字放进名册文件夹，再运行 {daihuo} check",
            "next: fill it in by what its last sheet says, put it into the roster's folder as {1}, then run {daihuo} check"
        ),
        .init(
            "template.next_catalogue", "下一步：按“说明”工作表填好，在 daihuo.yaml 里写 catalogue: {1}，再运行 {daihuo} check",
            "next: fill it in by what its last sheet says, write catalogue: {1} in daihuo.yaml, then run {daihuo} check"
        ),
        .init("template.unknown", "没有模板“{1}”；可写：{2}{3}", "there is no template \"{1}\"; one of: {2}{3}"),
        .init(
            "template.unsaid", "{1}：要和模板名一起写；有哪些模板：{daihuo} template",
            "{1}: it goes with a template's name; these there are: {daihuo} template"),
        .init(
            "template.exists", "{1}：已经有这个文件，不会覆盖；请用 --out 写到别处，或加上 --force",
            "{1}: this file exists and is not written over; take another place with --out, or add --force"),
        .init(
            "template.no_folder", "{1}：没有这个文件夹；请先建立，或用 --out 写到别处",
            "{1}: there is no such folder; make it first, or take another place with --out"),
        .init(
            "template.not_made", "{1}：表格做不出来（{2}）；请检查临时文件夹的空间",
            "{1}: the workbook cannot be made ({2}); look at the room for temporary files"),
    ]
}
