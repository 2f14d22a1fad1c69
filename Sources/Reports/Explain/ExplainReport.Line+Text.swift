import Domain

extension ExplainReport.Line {
    /// The line's number, goods and quantity.
    func heading(number: Int, in language: Language) -> String {
        let count = Quantity.count(milli: line.quantity.milli)
        let goods = [line.title, line.spec].filter { !$0.isEmpty }.joined(separator: "  ")
        return language.text("子订单 \(number)  ", "line \(number)  ")
            + "\(line.lineID)  \(goods)  × \(count) \(line.quantity.unit.name(in: language))"
    }

    /// Everything else about the line, a sentence a line.
    func details(in language: Language) -> [String] {
        let colon = language.text("：", ": ")
        var details = [ids(language), language.text("金额", "money") + colon + money(language)]
        details += [language.text("销售", "sale") + colon + sale(language)]
        details += refunds.map { language.text("售后", "after-sale") + colon + $0.words(in: language) }
        details += [language.text("重量", "weight") + colon + weight(language)]
        details += credits.map { $0.leg(in: language) + colon + $0.words(in: language) }
        if credits.isEmpty, line.sale.isSale {
            details.append(language.text("归属：尚未计算", "credit: not decided yet"))
        }
        return details + lost.map { $0.words(in: language) }
    }

    private func ids(_ language: Language) -> String {
        let parts: [(String, String)] = [
            (language.text("商品", "product"), line.productID), ("SKU", line.skuID),
            (language.text("达人ID", "host"), line.hostID), (language.text("直播间", "room"), line.roomID),
            (language.text("产地", "origin"), county?.description ?? ""),
            (language.text("品类", "category"), category),
        ]
        let known = parts.filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1)" }
        return known.isEmpty
            ? language.text("平台未给出商品编号", "no product id given") : known.joined(separator: "  ")
    }

    private func money(_ language: Language) -> String {
        let net =
            (try? line.paidFen - refundedFen).map(\.grouped) ?? language.text("（超出范围）", "(out of range)")
        let borne = line.subsidies.named(in: language).map { " − \($0.label) \($0.fen.grouped)" }.joined()
        return language.text(
            "原价 \(line.grossFen.grouped)（\(line.grossOrigin.name(in: language))）\(borne)；"
                + "实付 \(line.paidFen.grouped)（\(line.paidOrigin.name(in: language))） − "
                + "退款 \(refundedFen.grouped) = 净额 \(net) 元",
            "gross \(line.grossFen.grouped) (\(line.grossOrigin.name(in: language)))\(borne); "
                + "paid \(line.paidFen.grouped) (\(line.paidOrigin.name(in: language))) − "
                + "refunded \(refundedFen.grouped) = net \(net) yuan")
    }

    private func sale(_ language: Language) -> String {
        let closed = line.closedAt.map { language.text("，\($0) 关闭", ", closed \($0)") } ?? ""
        switch line.sale {
        case .sale(let instant):
            return language.text("\(instant)，计入 \(instant.day)", "\(instant), counts on \(instant.day)")
                + closed
        case .notSale(let reason):
            let words = reason.name(in: language)
            return language.text("不计为销售（\(words)）", "no sale (\(words))") + closed
        }
    }

    private func weight(_ language: Language) -> String {
        let evidence = weightEvidence.name(in: language)
        guard let grams else {
            return language.text("没有明确重量，需人工确定", "no single clear weight: a person decides")
        }
        return language.text("\(grams.kilograms) 公斤（依据\(evidence)）", "\(grams.kilograms) kg (by \(evidence))")
    }
}

extension ExplainReport.CreditRecord {
    fileprivate func leg(in language: Language) -> String { credit.leg.name(in: language) }

    fileprivate func words(in language: Language) -> String {
        let share = BasisPoints.percent(credit.share.amount)
        let net = (try? paidFen - refundedFen).map(\.grouped) ?? language.text("（超出范围）", "(out of range)")
        let evidence = credit.evidence.name(in: language)
        let fact = ([evidence] + (evidenceValue.isEmpty ? [] : [evidenceValue])).joined(separator: " ")
        let weight = grams.map { language.text("，\($0.kilograms) 公斤", ", \($0.kilograms) kg") } ?? ""
        let amounts = language.text("净额 \(net) 元\(weight)", "net \(net) yuan\(weight)")
        guard let partyID = credit.partyID else {
            let reason = credit.reason.map { $0.name(in: language) } ?? ""
            return language.text(
                "未归属 \(share)%（\(reason)），最接近的依据 \(fact)；\(amounts)",
                "unassigned \(share)% (\(reason)), nearest evidence \(fact); \(amounts)")
        }
        let who = [party?.name ?? "", partyID, party?.kind.name(in: language) ?? ""].filter { !$0.isEmpty }
        return language.text(
            "\(who.joined(separator: " ")) \(share)%，依据 \(fact)；\(amounts)",
            "\(who.joined(separator: " ")) \(share)%, by \(fact); \(amounts)")
    }
}

extension ExplainReport.LostRule {
    fileprivate func words(in language: Language) -> String {
        let evidence = evidence.name(in: language)
        let names = partyIDs.joined(separator: language.text("、", ", "))
        let party = names.isEmpty ? "" : " → \(names)"
        let why = why.text(in: language)
        return language.text(
            "未采用的规则：\(leg.name(in: language)) \(evidence)\(party)：\(why)",
            "rule that lost: \(leg.name(in: language)) \(evidence)\(party): \(why)")
    }
}

extension ExplainReport.RefundRecord {
    /// The record in one line.
    func words(in language: Language) -> String {
        let returned =
            refund.returnedMilli == 0
            ? ""
            : language.text(
                "，退回 \(Quantity.count(milli: refund.returnedMilli))",
                ", \(Quantity.count(milli: refund.returnedMilli)) returned")
        let state = refund.state.name(in: language)
        let origin =
            isDerived
            ? language.text("推定（付款后关闭，无售后记录）", "derived (closed after payment, no record)") : refund.refundID
        return language.text(
            "\(refund.refundedAt)  \(refund.refundedFen.grouped) 元\(returned)  \(state)  \(origin)",
            "\(refund.refundedAt)  \(refund.refundedFen.grouped) yuan\(returned)  \(state)  \(origin)"
        )
    }
}

extension Subsidies {
    fileprivate func named(in language: Language) -> [(label: String, fen: Fen)] {
        [
            (language.text("店铺补贴", "shop"), shopFen), (language.text("平台补贴", "platform"), platformFen),
            (language.text("达人补贴", "host"), talentFen), (language.text("国家补贴", "state"), stateFen),
        ].filter { $0.1 != .zero }
    }
}
