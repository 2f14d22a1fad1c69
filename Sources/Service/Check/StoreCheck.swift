import Attribution
import Domain
import Ledger
package import Reports
package import Store

extension Pipeline {
    /// Whether the store agrees with itself: what is added up, what is referred to, the chain of hashes, and everything that
    /// is worked out of each order, its credits included.
    ///
    /// `sample` is how many orders are worked out anew, picked evenly; `nil`: all. One finding for each column in which
    /// something does not fit.
    package func checkStore(sample: Int? = nil) async throws(StoreError) -> [CheckReport.Finding] {
        let audit = try await OrderAudit(store: store).run(sample: sample)
        var findings = (audit.disagreements + (try await store.disagreements())).map(\.finding)
        let broken = BrokenBatches()
        try await store.eachBatch { batch in
            broken.look(at: batch)
        }
        findings += broken.numbers.map { number in
            CheckReport.Finding(
                .error, of: .store, place: "账簿", what: "第 \(number) 批的哈希与内容不符", advice: "账簿被改动过，请从备份恢复")
        }
        if findings.isEmpty {
            let orders = sample == nil ? "全部 \(audit.orders) 个订单" : "抽查的 \(audit.orders) 个订单"
            findings.append(
                CheckReport.Finding(
                    .ok, of: .store, place: "数据库",
                    what: "汇总、账簿与哈希链一致（\(broken.count) 批）；\(orders)重新计算的结果与所存一致"))
        }
        return findings + (try await decidedByOthers())
    }

    private func decidedByOthers() async throws(StoreError) -> [CheckReport.Finding] {
        let otherwise = try await store.countDecidedOtherwise(than: roster.fingerprint)
        if otherwise == 0 { return [] }
        return [
            CheckReport.Finding(
                .warning, of: .store, place: "名册", what: "有 \(otherwise) 个订单的归属是按另一版名册定的",
                advice: "请运行 daihuo attribute")
        ]
    }
}

extension Disagreement {
    /// Where, what it is and what it should be, and how often.
    fileprivate var finding: CheckReport.Finding {
        let row = first.row
        let places = [
            row.shopID.isEmpty ? nil : "店铺 \(row.shopID)", row.orderID.isEmpty ? nil : "订单 \(row.orderID)",
            row.lineID.isEmpty ? nil : "子订单 \(row.lineID)", row.day.map { "\($0)" },
            row.number.map { "编号 \($0)" },
        ].compactMap(\.self).joined(separator: " ")
        let values =
            switch (first.stored, first.expected) {
            case (let stored?, let expected?): "现在是 \(stored)，按其他记录应是 \(expected)"
            case (let stored?, nil): "现在是 \(stored)，与其他记录对不上"
            case (nil, let expected?): "现在没有，按其他记录应是 \(expected)"
            case (nil, nil): "与其他记录对不上"
            }
        let others = count > 1 ? "；同类共 \(count) 处" : ""
        return CheckReport.Finding(
            .error, of: .store, place: "数据库",
            what:
                "表 \(first.table) 的 \(first.column)\(places.isEmpty ? "" : "（\(places)）")：\(values)\(others)",
            advice: "请保留此文件并报告；从备份恢复，或重新同步到新的 store 可得到正确结果")
    }
}
