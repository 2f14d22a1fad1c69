package import Reports

/// What `daihuo init` writes.
package enum StarterFiles {
    /// The files with their paths below the new folder, in the order to write them.
    ///
    /// The configuration loads as it is, with no accounts, and is explained in this language; the CSV files hold their
    /// headers only.
    package static func files(in language: Language) -> [(path: String, text: String)] {
        [("daihuo.yaml", language.text(chinese, english))] + tables.map { ($0, $1 + "\n") }
    }

    private static let tables =
        (RosterForm.read + RosterForm.notUsed).map { ("roster/\($0.name).csv", $0.header) }
        + [("catalogue.csv", RosterForm.catalogue.header)]

    private static let chinese = """
        # 带货助农统计的配置。# 后面是说明，不起作用；去掉行首的 # 和一个空格，那一行就生效。
        # 写成“键: 值”，冒号用半角，后面有一个空格；缩进只用空格。
        # 相对路径从本文件所在的文件夹算起，~/ 是运行者的主目录。
        # 改好后运行 daihuo check，它会一次列出所有问题。

        # 数据库文件（SQLite），第一次运行时自动建立。
        store: daihuo.sqlite

        # 名册文件夹，里面是 CSV 表（表头已写好；也可以是同名的 .xlsx，或一个 roster.xlsx；
        # 表头和类别可以写中文）：
        #   parties.csv     人和单位：第一书记、达人、合作社等
        #   tenures.csv     任职：谁在哪个村，从哪天到哪天（to 不含当天，空 = 至今）
        #   identities.csv  在各平台的身份：达人ID、直播间、店铺、采购单位、推广位
        #   sessions.csv    直播场次：谁在哪个直播间，几点到几点（北京时间）
        #   campaigns.csv   专项行动：名称、起止日期、渠道、品类、地区
        #   suppliers.csv   供货方：所在地区，带动户数、人数
        #   targets.csv     目标：金额（分）和重量（克）
        roster: roster

        # 产品目录，可不要：每个商品的净重（克）、品类、产地、供货方。
        catalogue: catalogue.csv

        # 归属规则文件，可不要：暂不支持自定，按内置的规则顺序归属。
        # rules: rules.yaml

        # 自定平台的描述文件夹，可不要：每个平台一个 YAML 文件。
        # platforms: platforms

        # 另外信任的 CA 证书（PEM 文件），可不要：单位的代理或内网平台用自己的证书时填写。
        # ca_file: ca.pem

        # 取回的页去掉个人信息后保存多少天，可不要：不写就是 30 天；不保存写 never。描述改正后可用 daihuo replay 重算。
        # raw_pages: {days: 30}

        # serve 的报警，可不要：连续失败几次（after）算报警，除了日志还发到哪个网址（webhook，和密钥一样写 env: 或 file:）。
        # alarms: {webhook: env:DAIHUO_HOOK, after: 3}

        # 收件夹，可不要：放进去的订单文件由 serve 或 daihuo inbox 导入，再移到其中的 done/ 或 held/，旁边附说明。
        # inbox: inbox

        # 账号：每个店铺一项。
        accounts: []
        # 要填账号时，删去上面一行末尾的 []，再把下面各行行首的 # 和一个空格去掉：
        #   - id: pds-douyin              # 账号的编号，自己起，不能重复；所有消息和报表都用它
        #     platform: douyin            # 平台：douyin（抖店）、p832（832平台），或自定平台的 name
        #     shop: "4463798"             # 店铺在平台上的编号
        #     aliases: [jushuitan:10086]  # 可不要：同一店铺在 ERP 导出文件里的名称
        #     app_key: "3409409348479354011"      # 应用的编号
        #     # 密钥写 env:环境变量名，或 file:文件路径（文件先运行 chmod 600，别人不能读）；
        #     # 只有 base_url 指向本机时才能直接写在这里。
        #     app_secret: env:PDS_DOUYIN_SECRET
        #     access_token: file:secrets/pds-douyin.token
        #     refresh_token: file:secrets/pds-douyin.refresh  # 可不要：填了就自动更换令牌：抖店，或描述文件写了 token 的平台
        #     # 换来的令牌写在数据库旁边。也可以不写上面两行，改写 token: {file: secrets/pds-douyin.json}，
        #     # 再运行 echo 授权码 | daihuo authorise pds-douyin --code - 取得第一次的令牌。
        #     token_until: 2022-12-31     # 可不要：不自动更换时，access_token 哪一天到期，check 会提醒还剩几天
        #     since: 2022-11-01           # 从哪一天开始取数
        #     every: 15m                  # 可不要：serve 多久取一次，写 30s、15m 或 1h
        #     # 可不要：回看。最近几天已读过的多久重读一次（1h、1d 或 7d；all 是平台还能给的全部），都不重读就写 never。
        #     look_back: {3d: 1h, 15d: 1d, all: 7d}
        #     rate: 10                    # 可不要：每秒最多请求几次
        #   - id: county-p832
        #     platform: p832
        #     shop: gy-0001
        #     # 可不要：平台的地址，不带路径；平台没有自己的地址时必填。http 只能指向本机，其他一律用 https。
        #     base_url: https://p832.example.gov.cn:8443
        #     app_key: ak
        #     app_secret: env:COUNTY_P832_SECRET
        #     since: 2022-11-01
        #   - id: hall-3                  # 没有接口的店铺、展馆、专区：订单以文件导入，不用密钥
        #     platform: hall              # 平台，或 hall（专馆）、zone（专区）、counter（专柜）、relay（接龙）、canteen（食堂）等
        #     shop: shangqiu-3            # 店铺或场所的名称
        #     file: true                  # 也可以由 daihuo import 文件 --new-shop hall-3 --platform hall --shop 名称 加上

        # 台账，暂不支持，留空即可。
        ledgers: []

        """

    private static let english = """
        # The settings of daihuo. Text behind # is explanation; remove the # and one space at the beginning of a
        # line, and the line counts.
        # Write `key: value`, with a space behind the colon, and indent with spaces only.
        # Relative paths start at the folder of this file; ~/ is the home of whoever runs daihuo.
        # Then run `daihuo check`, which names every problem at once.

        # The store (SQLite); the first run makes it.
        store: daihuo.sqlite

        # The folder of the roster, CSV files (their headers stand there; .xlsx of the same name, or one roster.xlsx, are
        # read as well, with headers and kinds in Chinese, too):
        #   parties.csv     people and units: first secretaries, hosts, cooperatives and others
        #   tenures.csv     who served in which village from when to when (`to` is not included; empty = until now)
        #   identities.csv  identities on platforms: hosts, rooms, shops, purchasing units, promotion places
        #   sessions.csv    live sessions: who was in which room from when to when (Beijing time)
        #   campaigns.csv   campaigns: name, days, channel, category, region
        #   suppliers.csv   suppliers: their region, households and people
        #   targets.csv     targets: amounts (fen) and weights (grams)
        roster: roster

        # The catalogue, if there is one: net weight (grams), category, origin and supplier of every product.
        catalogue: catalogue.csv

        # A file of rules: not supported yet; the built-in rules apply in their order.
        # rules: rules.yaml

        # The folder of platform descriptions, if there are any: a YAML file for each platform.
        # platforms: platforms

        # CA certificates to trust besides the system's (a PEM file), for a proxy or a platform that has its own.
        # ca_file: ca.pem

        # How many days pages are kept that were fetched, without personal data; optional: 30, or never. Behind a mended
        # description daihuo replay maps them again.
        # raw_pages: {days: 30}

        # Alarms of `serve`; optional: after how many failures in a row, and an address to post them to besides the log.
        # alarms: {webhook: env:DAIHUO_HOOK, after: 3}

        # The inbox, if there is one: files dropped there are imported by `serve` or `daihuo inbox`, then moved to its done/ or
        # held/ with a note beside each.
        # inbox: inbox

        # The accounts: one for each shop.
        accounts: []
        # To fill in accounts, delete [] above, and the # and one space at the beginning of these lines:
        #   - id: pds-douyin              # the account's id, chosen by you; every message and report names it
        #     platform: douyin            # douyin, p832 (the 832 platform), or the name of a described platform
        #     shop: "4463798"             # the shop's id on the platform
        #     aliases: [jushuitan:10086]  # if any: what exports of an ERP call the same shop
        #     app_key: "3409409348479354011"      # the app's id
        #     # Secrets are env:NAME of an environment variable, or file:PATH (run `chmod 600` on it, so that
        #     # nobody else may read it); they may stand here only where base_url points to this machine.
        #     app_secret: env:PDS_DOUYIN_SECRET
        #     access_token: file:secrets/pds-douyin.token
        #     refresh_token: file:secrets/pds-douyin.refresh  # with it tokens are refreshed (Douyin; a description with `token`)
        #     # New ones stand beside the store. Or leave out both lines above, write token: {file: secrets/pds-douyin.json},
        #     # and get the first tokens with: echo CODE | daihuo authorise pds-douyin --code -
        #     token_until: 2022-12-31     # if not refreshed: the day on which access_token ends; check tells the days left
        #     since: 2022-11-01           # the first day to fetch
        #     every: 15m                  # how often `serve` fetches, if not by default: 30s, 15m or 1h
        #     # The look-back, if not this one: how often the last days are read again (1h, 1d or 7d; all: whatever
        #     # the platform still gives), or never.
        #     look_back: {3d: 1h, 15d: 1d, all: 7d}
        #     rate: 10                    # if limited: requests per second
        #   - id: county-p832
        #     platform: p832
        #     shop: gy-0001
        #     # The platform's address without a path, where it has none of its own; http to this machine only.
        #     base_url: https://p832.example.gov.cn:8443
        #     app_key: ak
        #     app_secret: env:COUNTY_P832_SECRET
        #     since: 2022-11-01
        #   - id: hall-3                  # a shop, hall or zone without an API: its orders come as files, and it needs no key
        #     platform: hall              # a platform, or one of hall, zone, counter, relay, canteen, union, event, media, other
        #     shop: shangqiu-3            # the name of the shop or place
        #     file: true                  # or: daihuo import FILE --new-shop hall-3 --platform hall --shop NAME

        # Ledgers: not supported yet; leave it empty.
        ledgers: []

        """
}
