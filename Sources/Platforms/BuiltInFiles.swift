/// The export formats that are described as a bureau's own would be, one line each.
package enum BuiltInFiles {
    /// The descriptions, by the name of the file in which each would lie.
    package static let descriptions: [(file: String, text: String)] = [
        ("jd-orders.yaml", JDOrderFile.description),
        ("kuaishou-orders.yaml", KuaishouOrderFile.description),
        ("relay.yaml", RelayFile.description),
        ("taobao-items.yaml", TaobaoItemFile.description),
        ("taobao-orders.yaml", TaobaoOrderFile.description),
        ("weixin-orders.yaml", WeixinOrderFile.description),
        ("xiaohongshu-orders.yaml", XiaohongshuOrderFile.description),
    ]

    /// The formats; one that were wrong is left out, which a test excludes.
    package static let formats: [any OrderFileFormat] =
        descriptions.compactMap { file, text in try? DeclaredFile(yaml: text, file: file) }
        + [TaobaoBareItemFile()]
}
