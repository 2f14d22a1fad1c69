import Domain

/// What is sold in the scenario: county goods in parcels and wholesale boxes, and vegetables by weight.
struct Assortments: Sendable {
    /// First secretaries of 平顶山 sell these live.
    let secretaries: Assortment
    /// The same villages on the 832 platform, for canteens and unions.
    let secretariesWholesale: Assortment
    /// Association members sell these on their own shops.
    let members: Assortment
    let catering: Assortment
    let halls: Assortment
    /// Deals of tonnes.
    let bulk: Assortment
    let lankao: Assortment
    let pingyuan: Assortment

    /// All goods that the catalogue lists.
    var catalogued: [Goods] {
        [secretaries, secretariesWholesale, members, catering, halls, bulk, lankao, pingyuan]
            .flatMap { $0.goods + $0.weightless }
    }

    init() {
        var maker = GoodsMaker()
        secretaries = maker.assortment(
            [
                ("叶县花生 大袋", "50kg/袋", .piece, .spec, 50_000, 42_000, "粮油", 410_422),
                ("舞钢小米 礼盒 2.5kg*4袋", "整箱", .piece, .catalogue, 10_000, 15_800, "粮油", 410_481),
                ("汝州红薯 10斤装", "默认", .piece, .title, 5000, 2990, "蔬菜", 410_482),
                ("宝丰红薯粉条", "5斤装", .piece, .spec, 2500, 3680, "加工食品", 410_421),
                ("鲁山蓝莓果干 毛重3斤", "罐装", .piece, .catalogue, 1250, 8800, "果品", 410_423),
                ("郏县土蜂蜜 500g", "单瓶", .piece, .title, 500, 4500, "加工食品", 410_425),
                ("鲁山香菇 干货", "250g", .piece, .spec, 250, 2980, "食用菌", 410_423),
            ], crafts: [("鲁山绢花 手工", 410_423), ("宝丰布老虎 手工", 410_421)])
        secretariesWholesale = maker.assortment(
            [
                ("鲁山红薯", "散装", .kilogram, .unit, 1000, 320, "蔬菜", 410_423),
                ("叶县面粉 25kg装", "25kg", .piece, .title, 25_000, 9800, "粮油", 410_422),
                ("郏县挂面", "5kg箱装", .piece, .catalogue, 5000, 3900, "加工食品", 410_425),
                ("舞钢杂粮 500g", "袋", .piece, .title, 500, 1250, "粮油", 410_481),
            ])
        members = maker.assortment(
            [
                ("杞县大蒜 批发 托盘", "500kg", .piece, .spec, 500_000, 315_000, "蔬菜", 410_221),
                ("柘城三樱椒 大袋 50kg装", "批发", .piece, .title, 50_000, 88_000, "蔬菜", 411_424),
                ("原阳大米 整袋", "25kg", .piece, .spec, 25_000, 14_500, "粮油", 410_725),
                ("灵宝苹果 整箱 20斤", "整箱", .piece, .title, 10_000, 8900, "果品", 411_282),
                ("温县铁棍山药 5斤装", "垆土", .piece, .title, 2500, 5990, "蔬菜", 410_825),
                ("西峡香菇 500g×2袋", "两袋组合", .piece, .catalogue, 1000, 9600, "食用菌", 411_323),
                ("信阳毛尖 250g", "一级", .piece, .title, 250, 12_800, "茶叶", 411_502),
            ], crafts: [("汴绣团扇 手工", 410_225)])
        catering = maker.assortment(
            [
                ("速冻饺子 大包装", "箱", .piece, .catalogue, 10_000, 13_600, "加工食品", 410_782),
                ("滑县萝卜", "散装", .kilogram, .unit, 1000, 180, "蔬菜", 410_526),
                ("内黄尖椒", "散装", .jin, .unit, 500, 260, "蔬菜", 410_527),
            ])
        halls = maker.assortment(
            [
                ("虞城富士苹果", "整箱10斤", .piece, .spec, 5000, 4600, "果品", 411_425),
                ("夏邑西瓜酱", "礼盒", .piece, .catalogue, 2000, 5600, "加工食品", 411_426),
                ("永城面粉", "散称", .kilogram, .unit, 1000, 520, "粮油", 411_481),
                ("民权花生", "散称", .jin, .unit, 500, 680, "粮油", 411_421),
            ], crafts: [("虞城剪纸 手工", 411_425)])
        bulk = maker.assortment(
            [
                ("大白菜", "产地直发", .tonne, .unit, 1_000_000, 76_000, "蔬菜", 410_725),
                ("白萝卜", "产地直发", .tonne, .unit, 1_000_000, 84_000, "蔬菜", 410_526),
                ("菠菜", "产地直发", .tonne, .unit, 1_000_000, 210_000, "蔬菜", 410_122),
                ("上海青", "产地直发", .tonne, .unit, 1_000_000, 168_000, "蔬菜", 410_222),
                ("大葱", "产地直发", .tonne, .unit, 1_000_000, 260_000, "蔬菜", 410_526),
            ])
        lankao = maker.assortment(
            [
                ("兰考萝卜", "散装", .kilogram, .unit, 1000, 220, "蔬菜", 410_225),
                ("兰考红薯", "散装", .jin, .unit, 500, 160, "蔬菜", 410_225),
            ])
        pingyuan = maker.assortment(
            [
                ("平原示范区大白菜", "整车", .tonne, .unit, 1_000_000, 80_000, "蔬菜", 410_725),
                ("平原示范区大白菜", "散装", .kilogram, .unit, 1000, 120, "蔬菜", 410_725),
            ])
    }
}

/// Numbers goods as they are listed.
private struct GoodsMaker {
    private var number: UInt64 = 0

    typealias Row = (
        title: String, spec: String, unit: Quantity.Unit, by: Goods.WeightBy, netGrams: Int64,
        priceFen: Int64,
        category: String, origin: Int64
    )

    mutating func assortment(_ rows: [Row], crafts: [(String, Int64)] = []) -> Assortment {
        let goods = rows.map { row in
            make(row)
        }
        let weightless = crafts.map { title, origin in
            make((title, "单件", .piece, .nowhere, 0, 6800, "手工艺品", origin))
        }
        return Assortment(goods: goods.sorted { $0.stepGrams > $1.stepGrams }, weightless: weightless)
    }

    private mutating func make(_ row: Row) -> Goods {
        number += 1
        return Goods(
            number: number, title: row.title, spec: row.spec, unit: row.unit, weightBy: row.by,
            netGrams: row.netGrams, priceFen: row.priceFen, category: row.category, origin: row.origin)
    }
}
