import Domain

extension ScenarioBuilder {
    /// 郑州: 186 matching events of 16 organisers, each on one day, with deals of tonnes.
    mutating func addMatching() {
        let account = onlyAccount("zz-events", "郑州市产销对接平台", .events, shopID: "zhengzhou-410100")
        roster.campaign(
            .matching, "郑州市产销对接", from: "2022-11-01", to: "2023-01-01", channel: "event", region: "410100")
        var organisers: [String] = []
        let names =
            County.zhengzhou.map { ($0.codeText, $0.name + "乡村振兴局") }
            + ["农业农村局", "商务局", "供销合作社", "乡村振兴局"].map { ("410100", "郑州市" + $0) }
        for (index, organiser) in names.enumerated() {
            let party = "zz-org-\((index + 1).padded(2))"
            organisers.append("ZZ\((1001 + index).padded(4))")
            roster.party(party, organiser.1, .organiser, region: organiser.0)
            roster.identity(party, platform: "zz-events", kind: .shop, value: organisers[index])
        }
        let buyers = (1...60).map { number in
            Purchaser(
                id: "B\(number.padded(5))",
                name: "郑州\(Self.firmNames[number % Self.firmNames.count])\(number)号采购部",
                county: County.zhengzhou[number % County.zhengzhou.count])
        }
        let seats = (1...186).map { number in
            var seat = Seat(account: account, sellerIDs: [organisers[number % organisers.count]])
            seat.occasion = "DJ2022\(number.padded(4))"
            seat.purchasers = buyers
            let day = Season.opens + Int64(number * 58 / 186) * Season.daySeconds
            seat.span = (day + 9 * Season.hourSeconds)...(day + 17 * Season.hourSeconds)
            return seat
        }
        let errand = Errand(
            figure: .matching, totalGrams: FigureID.matching.articleGrams, assortment: assortments.bulk,
            odds: Fate.deals, isRetail: false, orderCount: count(9000))
        run(errand, stream: "matching", seats: seats)
    }

    /// 商丘: 13 halls and 113 zones sell over the counter.
    mutating func addVenues() {
        let account = onlyAccount("sq-counters", "商丘市专馆专区收银平台", .counters, shopID: "shangqiu-411400")
        let hall = self.account("hall-3", "商丘3号馆", .files(.salesList), shopID: "商丘3号馆")
        let seats = (1...126).map { number in
            let isHall = number <= 13
            // One hall has no cashier's system: somebody there fills in our form.
            let isOfFiles = number == 3
            let county = County.shangqiu[number % County.shangqiu.count]
            let party = "sq-\(isHall ? "hall" : "zone")-\(number.padded(3))"
            let venue = isOfFiles ? accounts[hall].shopID : "SQ\(isHall ? "G" : "Q")\(number.padded(4))"
            roster.party(
                party, county.name + (isHall ? "消费帮扶专馆" : "消费帮扶专区") + "\(number)号", .venue,
                region: county.codeText)
            roster.identity(
                party, platform: accounts[isOfFiles ? hall : account].platform, kind: .shop, value: venue)
            var seat = Seat(
                account: isOfFiles ? hall : account, sellerIDs: [venue], occasion: isHall ? "hall" : "zone")
            if isOfFiles { seat.comeByFiles(.salesList) }
            return seat
        }
        let errand = Errand(
            figure: .venues, totalGrams: FigureID.venues.articleGrams, assortment: assortments.halls,
            odds: Fate.deals.filter { $0.fate != .unpaid }, isRetail: false, orderCount: count(13_000))
        run(errand, stream: "venues", seats: seats)
    }

    /// Two universities buy vegetables on the 832 platform: one is known by its account, one by its name.
    mutating func addUniversities() {
        let account = onlyAccount("henan-832", "832平台（省级监管账号）", .p832, shopID: "henan-410000")
        let water = Purchaser(id: "cg410100771", name: "华北水利水电大学", county: County.zhengzhou[3])
        let normal = Purchaser(id: "", name: "河南师范大学", county: County.muye)
        roster.party(FigureID.waterUniversity.rawValue, water.name, .university, region: "410105")
        roster.identity(
            FigureID.waterUniversity.rawValue, platform: "p832", kind: .purchaser, value: water.id)
        roster.party(FigureID.normalUniversity.rawValue, normal.name, .university, region: "410711")
        roster.identity(
            FigureID.normalUniversity.rawValue, platform: "p832", kind: .purchaserName, value: normal.name)
        let errands = [
            (FigureID.waterUniversity, assortments.lankao, water, "8320410225", 40),
            (FigureID.normalUniversity, assortments.pingyuan, normal, "8320410725", 60),
        ]
        for (figure, assortment, purchaser, shop, count) in errands {
            var seat = Seat(account: account, sellerIDs: [shop])
            seat.purchasers = [purchaser]
            let errand = Errand(
                figure: figure, totalGrams: figure.articleGrams, assortment: assortment, odds: Fate.deals,
                isRetail: false, orderCount: self.count(count))
            run(errand, stream: figure.rawValue, seats: [seat])
        }
    }

    static let firmNames = ["万邦市场", "丰乐超市", "中原商超", "惠民菜店", "四季水产城", "绿源配送", "金水团餐", "陈寨批发", "毛庄批发", "社区生鲜"]
}
