internal import Domain
internal import Tabular

/// 淘宝 宝贝导出 up to about 2018: items by 订单编号, without what was paid and without numbers of their own.
///
/// It is known, and refused: what an order paid stands in the export of orders alone, and two files are not read together.
/// Counted by 价格 × 购买数量 it would be the list price, and the orders' sums would not come out.
struct TaobaoBareItemFile: OrderFileFormat {
    let name = "taobao-bare-items"
    let channel: Channel? = .taobao
    let platforms = ["taobao"]

    func matches(_ columns: [String]) -> Bool {
        let names = Set(columns)
        return names.isSuperset(of: ["订单编号", "外部系统编号", "购买数量"]) && !names.contains("子订单编号")
    }

    func mapping(of file: TableFile) throws(TabularError) -> any OrderRowMapping {
        throw TabularError(
            file: file.path, what: Notice("taobao.items_without_paid"),
            remedy: Notice("taobao.import_order_list"))
    }
}
