import Domain

extension Scenario {
    /// What a bureau would have on disk, relative path → content, with accounts that point at this port.
    package func files(port: Int) -> [String: String] {
        var files = PlatformTexts.files
        files["daihuo.yaml"] = configuration(port: port)
        files["catalogue.csv"] = catalogue
        for table in roster.tables {
            files["roster/\(table.file)"] = ([table.header] + table.rows).joined(separator: "\n") + "\n"
        }
        for account in accounts where account.endpoint != nil {
            files["secrets/\(account.id).secret"] = account.appSecret + "\n"
            files["secrets/\(account.id).token"] = account.accessToken + "\n"
        }
        return files
    }

    private func configuration(port: Int) -> String {
        let head = """
            # daihuo 的配置：演练用，有接口的账号都指向本机的模拟平台，没有接口的由 inbox 里的文件导入。
            # 正式使用时去掉 base_url，换成本单位自己的 app_key 和密钥文件。
            store: daihuo.sqlite        # 数据库文件，相对路径从本文件所在的文件夹算起
            roster: roster              # 名册：第一书记、会员单位、帮扶单位、专馆专区等，改完重新运行即可
            catalogue: catalogue.csv    # 产品目录：每件净重、品类、产地
            platforms: platforms        # 用 YAML 描述的平台，写法见 docs/declared-platforms.md
            inbox: inbox                # 收件夹：放进来的导出文件由 daihuo inbox 导入，写法见 docs/inbox.md
            accounts:

            """
        return head + accounts.map { entry(of: $0, port: port) }.joined() + "ledgers: []\n"
    }

    private func entry(of account: Account, port: Int) -> String {
        guard account.endpoint != nil else {
            return """
                  # \(account.title)：没有接口，文件放进 inbox/\(account.id)/
                  - id: \(account.id)
                    platform: \(account.platform)
                    shop: "\(account.shopID)"
                    file: true

                """
        }
        return """
              # \(account.title)
              - id: \(account.id)
                platform: \(account.platform)
                shop: "\(account.shopID)"
                base_url: http://127.0.0.1:\(port)
                app_key: \(account.appKey)
                app_secret: file:secrets/\(account.id).secret    # 密钥文件，权限应为 0600
                access_token: file:secrets/\(account.id).token
                since: 2022-11-01       # 从这一天起读取
                every: 15m

            """
    }

    private var catalogue: String {
        let rows = goods.map { item in
            // Where title, spec or unit say the weight, the catalogue has none, so that each way is used; a weight
            // belongs to a SKU, category and origin to the product.
            let grams = item.weightBy == .catalogue ? String(item.netGrams) : ""
            let sku = item.weightBy == .catalogue ? String(item.skuID) : ""
            return
                ",\(item.productID),\(sku),\(item.title),\(grams),\(item.category),\(item.origin),\(item.supplier)"
        }
        // Lists that staff keep name goods by their titles alone.
        let listed = hallGoods.map { item in
            let grams = item.weightBy == .catalogue ? String(item.netGrams) : ""
            return "hall,,,\(item.title),\(grams),\(item.category),\(item.origin),\(item.supplier)"
        }
        let header = "platform,product,sku,title,net_grams,category,region,supplier"
        return ([header] + rows + listed).joined(separator: "\n") + "\n"
    }
}
