/// Whether a name that staff have written is an organisation's.
///
/// Whoever fills in a list may write the buyer's own name, which is not kept: in doubt it is a person's.
enum OrganisationName {
    /// An organisation's name says what it is, or is longer than a person's.
    static func isPlausible(_ name: String) -> Bool {
        if PersonalData.isIn(name) { return false }
        let name = name.filter { !$0.isWhitespace }
        return name.count > personNameMax || signs.contains(where: name.contains)
    }

    /// Two surnames and two given names; longer ones (`欧阳娜娜女士`) say what they are by their endings.
    private static let personNameMax = 4

    private static let signs = [
        "公司", "集团", "合作社", "大学", "学院", "学校", "小学", "中学", "一中", "附中", "高中", "初中", "幼儿园", "医院", "卫生院",
        "银行", "超市", "商场", "酒店", "饭店", "宾馆", "餐厅", "食堂", "工会", "协会", "学会", "商会", "中心", "政府", "法院", "检察院",
        "电视台", "报社", "日报", "晚报", "部队", "大队", "支队", "总队", "工厂", "烟厂", "铁路", "海关", "税务", "公安", "党校",
        "局", "厅", "委", "办", "厂", "社", "院", "所", "站", "馆", "店", "库", "校",
    ]
}
