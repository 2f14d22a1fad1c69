/// What `daihuo init` writes.
package enum StarterFiles {
    /// The files with their paths below the new folder, in the order to write them.
    ///
    /// The configuration loads as it is, with no accounts; the CSV files hold their headers only.
    package static func files() -> [(path: String, text: String)] {
        [("daihuo.yaml", configuration)] + tables.map { ($0.path, $0.header + "\n") }
    }

    private static let tables: [(path: String, header: String)] = [
        ("roster/parties.csv", "party,name,kind,region,organisation"),
        ("roster/tenures.csv", "party,region,role,from,to"),
        ("roster/identities.csv", "party,platform,kind,value,from,to"),
        ("roster/sessions.csv", "session,platform,shop,room,party,start,end,share"),
        ("roster/campaigns.csv", "campaign,name,from,to,channel,category,region,party"),
        ("roster/suppliers.csv", "supplier,name,region,households,people,from,to"),
        ("roster/targets.csv", "party,leg,from,to,fen,grams"),
        ("catalogue.csv", "platform,product,sku,title,net_grams,category,region,supplier"),
    ]

    private static let configuration = """
        # 带货助农统计的设置。# 后面是说明，不起作用；去掉行首的 # 和一个空格，那一行就生效。
        # 写成“键: 值”，冒号用半角，后面有一个空格；缩进只用空格。
        # 相对路径从本文件所在的文件夹算起，~/ 是运行者的主目录。
        # 改好后运行 daihuo check，它会一次列出所有问题。

        # 数据库文件（SQLite），第一次运行时自动建立。
        store: daihuo.sqlite

        # 名册文件夹，里面是 CSV 表（表头已写好）：
        #   parties.csv     人和单位：第一书记、主播、合作社等
        #   tenures.csv     任职：谁在哪个村，从哪天到哪天（to 不含当天，空 = 至今）
        #   identities.csv  在各平台的身份：主播号、直播间、店铺、采购单位、推广位
        #   sessions.csv    直播场次：谁在哪个直播间，几点到几点（北京时间）
        #   campaigns.csv   活动：名称、起止日期、渠道、品类、地区
        #   suppliers.csv   供货方：所在地区，带动户数、人数
        #   targets.csv     目标：金额（分）和重量（克）
        roster: roster

        # 商品目录，可不要：每个商品的净重（克）、品类、产地、供货方。
        catalogue: catalogue.csv

        # 归集规则文件，可不要：暂不支持自定，按内置的规则顺序归集。
        # rules: rules.yaml

        # 自定平台的描述文件夹，可不要：每个平台一个 YAML 文件。
        # platforms: platforms

        # 另外信任的 CA 证书（PEM 文件），可不要：单位的代理或内网平台用自己的证书时填写。
        # ca_file: ca.pem

        # 账号：每个店铺一项。
        accounts: []
        # 要填账号时，删去上面一行末尾的 []，再把下面各行行首的 # 和一个空格去掉：
        #   - id: pds-douyin              # 账号的编号，自己起，不能重复；所有消息和报表都用它
        #     platform: douyin            # 平台：douyin（抖店）、p832（832平台），或自定平台的 name
        #     shop: "4463798"             # 店铺在平台上的编号
        #     aliases: [jushuitan:10086]  # 可不要：同一店铺在 ERP 里的编号
        #     app_key: "3409409348479354011"      # 应用的编号
        #     # 密钥写 env:环境变量名，或 file:文件路径（文件先运行 chmod 600，别人不能读）；
        #     # 只有 base_url 指向本机时才能直接写在这里。
        #     app_secret: env:PDS_DOUYIN_SECRET
        #     access_token: file:secrets/pds-douyin.token
        #     refresh_token: file:secrets/pds-douyin.refresh  # 可不要：平台有刷新令牌时填写
        #     token_until: 2022-12-31     # 可不要：access_token 哪一天到期，check 会提醒还剩几天
        #     since: 2022-11-01           # 从哪一天开始取数
        #     every: 15m                  # 可不要：serve 多久取一次，写 30s、15m 或 1h
        #     rate: 10                    # 可不要：每秒最多请求几次
        #   - id: county-p832
        #     platform: p832
        #     shop: gy-0001
        #     # 可不要：平台的地址，不带路径；平台没有自己的地址时必填。http 只能指向本机，其他一律用 https。
        #     base_url: https://p832.example.gov.cn:8443
        #     app_key: ak
        #     app_secret: env:COUNTY_P832_SECRET
        #     since: 2022-11-01

        # 账簿，暂不支持，留空即可。
        ledgers: []

        """
}
