import Domain
import Reports

/// Columns of the roster and the catalogue, by names that their readers know.
extension TemplateColumn {
    static let party = required("责任主体编号", .id, "“责任主体”表里的编号。", "fs-0001", "fs-0002")
    static let platform = optional(
        "平台", .usualWord(platforms), "哪个平台；空着表示任何平台。自定平台写描述文件里的 name。", "抖音", "832平台")
    static let region = optional(
        "地区", .id, "行政区划代码：县写 6 位，村写 12 位。", "410423", "410423106201")
    static let from = optional("开始日期", .day, "从这一天起；空着表示一直都是。", "2022-01-01", "2022-01-01")
    static let to = optional("结束日期（不含）", .day, "到这一天的前一天为止；空着表示至今。", "", "2023-01-01")

    private static let platforms = [
        Channel.douyin, .kuaishou, .weixin, .taobao, .jd, .pinduoduo, .youzan, .p832,
    ].map { $0.name(in: .chinese) }
}
