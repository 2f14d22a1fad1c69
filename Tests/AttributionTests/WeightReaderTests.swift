import Domain
import Testing

@testable import Attribution

@Suite
struct WeightReaderTests {
    @Test(
        "a single clear weight is read",
        arguments: [
            ("5斤", 2500), ("五斤", 2500), ("半斤", 250), ("两斤", 1000), ("三两", 150), ("两斤半", 1250), ("2两", 100),
            ("十斤装", 5000), ("十五斤", 7500), ("二十五斤", 12_500), ("一百二十斤", 60_000), ("2斤3两", 1150),
            ("两斤三两", 1150), ("半公斤", 500), ("2.5kg", 2500), ("2.5KG", 2500), ("2.5Kg", 2500), ("2.5公斤", 2500),
            ("3千克", 3000), ("500g", 500), ("500G", 500), ("500克", 500), ("500 g", 500), ("1吨", 1_000_000),
            ("1.5t", 1_500_000), ("５００ｇ", 500), ("５斤", 2500), ("２．５ｋｇ", 2500), ("1,000g", 1000),
            ("5市斤", 2500),
            ("5jin", 2500), ("10斤装", 5000), ("整箱10斤", 5000), ("干货250g", 250), ("1袋5斤", 2500), ("5斤/箱", 2500),
            ("约5斤", 2500), ("5斤左右", 2500), ("5斤±2两", 2500), ("500±10g", 500), ("500g±5%", 500),
            ("兰考红薯5斤包邮", 2500), ("8424西瓜 5斤", 2500), ("【5斤】大果 85mm以上", 2500), ("5斤装，24小时发货", 2500),
            ("2022新款五常大米五斤", 2500), ("9.9元5斤", 2500), ("第2件半价 5斤", 2500), ("送礼佳品礼盒装5斤", 2500),
            ("规格1：5斤", 2500), ("12个装5斤", 2500), ("5斤半价", 2500), ("A+级 500g", 500), ("sku:500g", 500),
            ("30*20*10cm 5斤", 2500), ("大果x5斤", 2500),
        ] as [(String, Int64)])
    func clear(text: String, grams: Int64) {
        #expect(WeightReader.read(text) == .single(Grams(grams)))
    }

    @Test(
        "a multiplication that is written out is one weight",
        arguments: [
            ("500g*2袋", 1000), ("2袋×500g", 1000), ("5斤x2箱", 5000), ("3盒*250克", 750), ("500g*2", 1000),
            ("2*500g", 1000), ("500gx2", 1000), ("500g X 2袋", 1000), ("500g＊2袋", 1000), ("500g*2袋*3箱", 3000),
            ("500g/袋*2袋", 1000), ("5斤装*2箱", 5000), ("200g/个*10个", 2000), ("50g*30枚", 1500), ("五斤×两箱", 5000),
            ("500g*2袋（共1kg）", 1000), ("10斤（5斤*2箱）", 5000), ("500g*2袋 两袋装", 1000), ("500g*2大袋", 1000),
            ("净含量：500g×2", 1000), ("2.5kg*1箱", 2500),
        ] as [(String, Int64)])
    func multiplied(text: String, grams: Int64) {
        #expect(WeightReader.read(text) == .single(Grams(grams)))
    }

    @Test(
        "the same weight twice is one weight, and net beats gross",
        arguments: [
            ("5斤(2.5kg)", 2500), ("5斤装2.5公斤", 2500), ("2斤=1000g", 1000), ("5斤/2500g", 2500),
            ("毛重10斤 净重9斤", 4500), ("净重9斤（毛重10斤）", 4500), ("带箱10斤（净重约8.5斤）", 4250), ("净重：约5斤", 2500),
            ("10斤装（净重4.5kg）", 4500), ("净含量500g", 500), ("5斤装 毛重6斤", 2500), ("净5斤", 2500),
            ("净重（g）：500g", 500), ("净果重5斤", 2500),
        ] as [(String, Int64)])
    func agreed(text: String, grams: Int64) {
        #expect(WeightReader.read(text) == .single(Grams(grams)))
    }

    @Test(
        "the size of one fruit is no weight of the goods",
        arguments: [
            ("单果80-100g 5斤", 2500), ("5斤 单果100g以上", 2500), ("苹果5斤（单果重约200g）", 2500), ("200g/个 5斤装", 2500),
            ("单果150g-200g，净重10斤", 5000), ("5斤 每个约半斤", 2500), ("大果 单果200克+ 5斤", 2500), ("100g以上/个 5斤", 2500),
            ("每100g含糖5g", 5), ("半斤一个 10斤装", 5000),
        ] as [(String, Int64)])
    func sizes(text: String, grams: Int64) {
        #expect(WeightReader.read(text) == .single(Grams(grams)))
    }

    @Test(
        "what has no single weight is unclear",
        arguments: [
            "5斤/10斤", "5/10斤", "5-8斤", "5~8斤", "5～8斤", "4.5-5斤", "5至8斤", "三到五斤", "三五斤", "3斤或5斤", "3或5斤",
            "5斤 10斤", "5、10斤", "5斤-5.5斤", "买5斤送1斤", "5斤送1斤", "5斤送5斤", "拍1发2 5斤", "5斤+5斤", "5斤以上", "≥5斤",
            "5斤起批", "毛重10斤", "带箱10斤", "毛重5斤 5斤装", "净重8斤/10斤", "净重4.5-5斤", "净重9斤 毛重8斤", "净重1斤 5斤装",
            "500g 2袋", "2袋500g", "5斤装2箱", "5斤-2箱", "10斤/2箱", "500g/袋 3袋装", "10个100g", "2只1000g",
            "10斤（5kg*2箱）", "500g*2kg", "5斤*85mm", "5-8斤*2箱", "0.0001kg", "9999999吨", "500g*9999999*9999999",
            "买一送一 5斤", "两斤半苹果",
        ])
    func unclear(text: String) {
        #expect(WeightReader.read(text) == .unclear)
    }

    @Test(
        "a text without a weight of the goods says nothing",
        arguments: [
            "", "新鲜蔬菜", "红富士苹果", "A500g", "型号AX5t", "13812345678", "13812345678克", "2022-11-01", "内存5GB",
            "500ml*12瓶", "85mm", "单果80-100g", "单果100g以上", "200g/个", "元/斤", "斤斤计较", "一两天", "一两个", "5克拉",
            "0g", "千斤拔", "送1袋", "30枚", "🍎苹果", "五常大米", "净含量", "2xl", "半干", "两广", "买一送一",
        ])
    func nothing(text: String) {
        #expect(WeightReader.read(text) == .none)
    }

    @Test("only a choice among whole weights can be settled from elsewhere")
    func choice() {
        #expect(WeightReader.offers(Grams(2500), in: "苹果5斤/10斤"))
        #expect(WeightReader.offers(Grams(5000), in: "苹果5/10斤"))
        #expect(WeightReader.offers(Grams(5000), in: "苹果3斤5斤10斤"))
        #expect(!WeightReader.offers(Grams(1500), in: "苹果5斤/10斤"))
        #expect(!WeightReader.offers(Grams(2500), in: "苹果5-8斤"))
        #expect(!WeightReader.offers(Grams(2500), in: "苹果买5斤送1斤"))
        #expect(!WeightReader.offers(Grams(2500), in: "苹果5斤/10斤 2箱"))
    }
}
