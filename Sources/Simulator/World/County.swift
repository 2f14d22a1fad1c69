/// A division of GB/T 2260 with the names that platforms write beside a buyer's address.
final class County: Sendable {
    let code: Int64
    let province: String
    let city: String
    let name: String

    init(code: Int64, province: String, city: String, name: String) {
        self.code = code
        self.province = province
        self.city = city
        self.name = name
    }

    /// Six digits.
    var codeText: String { String(code) }

    var cityCode: Int64 { code / 100 * 100 }
    var provinceCode: Int64 { code / 10_000 * 10_000 }

    static let pingdingshan = henan(
        "平顶山市",
        [
            (410_402, "新华区"), (410_403, "卫东区"), (410_411, "湛河区"), (410_421, "宝丰县"), (410_422, "叶县"),
            (410_423, "鲁山县"), (410_425, "郏县"), (410_481, "舞钢市"), (410_482, "汝州市"),
        ])

    static let zhengzhou = henan(
        "郑州市",
        [
            (410_102, "中原区"), (410_103, "二七区"), (410_104, "管城回族区"), (410_105, "金水区"), (410_106, "上街区"),
            (410_108, "惠济区"), (410_122, "中牟县"), (410_181, "巩义市"), (410_182, "荥阳市"), (410_183, "新密市"),
            (410_184, "新郑市"), (410_185, "登封市"),
        ])

    static let shangqiu = henan(
        "商丘市",
        [
            (411_402, "梁园区"), (411_403, "睢阳区"), (411_421, "民权县"), (411_422, "睢县"), (411_423, "宁陵县"),
            (411_424, "柘城县"), (411_425, "虞城县"), (411_426, "夏邑县"), (411_481, "永城市"),
        ])

    /// Where 河南师范大学 stands.
    static let muye = County(code: 410_711, province: "河南省", city: "新乡市", name: "牧野区")

    /// Counties elsewhere in the province where goods come from and buyers live.
    static let elsewhere =
        henan("开封市", [(410_221, "杞县"), (410_222, "通许县"), (410_225, "兰考县")])
        + henan("洛阳市", [(410_324, "栾川县"), (410_325, "嵩县"), (410_328, "洛宁县")])
        + henan("安阳市", [(410_526, "滑县"), (410_527, "内黄县"), (410_581, "林州市")])
        + henan("新乡市", [(410_725, "原阳县"), (410_727, "封丘县"), (410_782, "辉县市")])
        + henan("焦作市", [(410_823, "武陟县"), (410_825, "温县")])
        + henan("三门峡市", [(411_224, "卢氏县"), (411_282, "灵宝市")])
        + henan("南阳市", [(411_323, "西峡县"), (411_326, "淅川县"), (411_381, "邓州市")])
        + henan("信阳市", [(411_502, "浉河区"), (411_524, "商城县"), (411_525, "固始县")])
        + henan("周口市", [(411_602, "川汇区"), (411_603, "淮阳区")])
        + henan("驻马店市", [(411_702, "驿城区"), (411_727, "汝南县")])

    /// Where buyers outside the province live.
    static let outside = [
        County(code: 110_105, province: "北京市", city: "北京市", name: "朝阳区"),
        County(code: 310_115, province: "上海市", city: "上海市", name: "浦东新区"),
        County(code: 320_102, province: "江苏省", city: "南京市", name: "玄武区"),
        County(code: 420_106, province: "湖北省", city: "武汉市", name: "武昌区"),
        County(code: 440_106, province: "广东省", city: "广州市", name: "天河区"),
    ]

    /// Where buyers may live.
    static let all = pingdingshan + zhengzhou + shangqiu + elsewhere + outside

    private static func henan(_ cityName: String, _ counties: [(Int64, String)]) -> [County] {
        counties.map { County(code: $0.0, province: "河南省", city: cityName, name: $0.1) }
    }
}
