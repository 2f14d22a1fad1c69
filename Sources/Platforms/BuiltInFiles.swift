/// The export formats that are described as a bureau's own would be, one line each.
package enum BuiltInFiles {
    /// The descriptions, by the name of the file in which each would lie.
    package static let descriptions: [(file: String, text: String)] = [
        ("douyin-after-sales.yaml", DouyinAfterSaleFile.description),
        ("jd-orders.yaml", JDOrderFile.description),
        ("jushuitan-orders.yaml", JushuitanOrderFile.description),
        ("kuaishou-orders.yaml", KuaishouOrderFile.description),
        ("matching-event.yaml", MatchingEventForm.description),
        ("media-campaign.yaml", MediaCampaignForm.description),
        ("p832-orders.yaml", Platform832OrderFile.description),
        ("pinduoduo-orders.yaml", PinduoduoOrderFile.description),
        ("purchase-list.yaml", PurchaseListForm.description),
        ("relay.yaml", RelayFile.description),
        ("relay-list.yaml", RelayListForm.description),
        ("sales-list.yaml", SalesListForm.description),
        ("taobao-items.yaml", TaobaoItemFile.description),
        ("taobao-orders.yaml", TaobaoOrderFile.description),
        ("wangdiantong-details.yaml", WangdiantongFile.details),
        ("wangdiantong-orders.yaml", WangdiantongFile.orders),
        ("weixin-orders.yaml", WeixinOrderFile.description),
        ("xiaohongshu-orders.yaml", XiaohongshuOrderFile.description),
        ("youzan-items.yaml", YouzanItemFile.description),
        ("youzan-orders.yaml", YouzanOrderFile.description),
    ]

    /// The formats; one that were wrong is left out, which a test excludes.
    package static let formats: [any OrderFileFormat] =
        descriptions.compactMap { file, text in try? DeclaredFile(yaml: text, file: file) }
        + [TaobaoBareItemFile()]
}
