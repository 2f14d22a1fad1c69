extension Sentence {
    /// What is wrong with the configuration.
    static let settings: [Sentence] =
        [
            .init("settings.problem_at_line", "{1}:{2}: {3}", "{1}:{2}: {3}"),
            .init("settings.problem", "{1}: {2}", "{1}: {2}"),
            .init("settings.account", "账号“{1}”", "account \"{1}\""),
            .init("settings.account_by_number", "第 {1} 个账号", "account number {1}"),
            .init("settings.key_of", "{1}的“{2}”", "\"{2}\" of {1}"),

            .init(
                "settings.missing", "找不到配置文件，请先运行 daihuo init 生成一份，或用 --config 指明它在哪里",
                "there is no configuration; make one with daihuo init, or say with --config where it is"),
            .init(
                "settings.unreadable", "配置文件{1}，请检查 --config 指的文件",
                "the configuration {1}; check the file that --config names"),
            .init(
                "settings.wrong_encoding", "不是 UTF-8 编码，请用 UTF-8 编码另存这个文件",
                "it is not UTF-8; save the file as UTF-8"),
            .init(
                "settings.no_keys", "文件里没有“键: 值”，请至少写 store 和 roster，或运行 daihuo init 得到带说明的文件",
                "there is no `key: value`; write at least store and roster, or run daihuo init for a file with comments"
            ),
            .init("settings.file_missing", "不存在", "does not exist"),
            .init("settings.file_denied", "没有读取权限", "may not be read"),
            .init("settings.file_not_regular", "不是普通文件", "is no regular file"),
            .init("settings.file_too_long", "超过 1 MB", "is larger than 1 MB"),
            .init("settings.file_system_error", "读不了（系统错误 {1}）", "cannot be read (system error {1})"),

            .init("settings.unknown_key", "不认识{1}，可写：{2}", "unknown key {1}; one of: {2}"),
            .init("settings.unknown_key_near", "不认识{1}，是不是“{2}”？", "unknown key {1}; did you mean \"{2}\"?"),
            .init("settings.key_missing", "缺少{1}，请补上", "{1} is missing; add it"),
            .init(
                "settings.key_needed", "缺少{1}（平台 {2} 要用它），请补上",
                "{1} is missing, which platform {2} needs; add it"),
            .init(
                "settings.address_missing", "缺少{1}（平台 {2} 没有自己的地址），请补上",
                "{1} is missing, and platform {2} has no address of its own; add it"),
            .init(
                "settings.not_one_value", "{1}要写成一个值，不能是列表或多项",
                "{1} must be a single value, neither a list nor keys"),
            .init(
                "settings.item_not_one_value", "{1}的每一项要写成一个值，不能是列表或多项",
                "each item of {1} must be a single value, neither a list nor keys"),
            .init(
                "settings.no_section", "{1}要写成键和值，可写：{2}", "{1} must be keys and values; one of: {2}"),
            .init(
                "settings.alarm_after", "{1}要写成连续失败几次才报警，{2} 到 {3} 的整数",
                "{1} must be how many failures in a row raise an alarm, a whole number from {2} to {3}"),
            .init(
                "settings.webhook_literal", "{1}的网址等于密码，不能写在文件里，请改写 env:变量名 或 file:文件路径",
                "the address of {1} is as good as a password and cannot stand in the file; write env:VARIABLE or file:PATH"
            ),
            .init(
                "settings.webhook_no_address", "{1}所指的要是 https:// 开头的网址（http:// 只能是本机）",
                "what {1} names must be an address that begins with https:// (http:// of this machine only)"),
            .init("settings.no_list", "{1}要写成列表，每项以“- ”开头", "{1} must be a list; each item begins with `- `"),
            .init(
                "settings.not_one_line", "{1}里有换行或控制字符，请只写一行文字",
                "{1} holds a line break or control character; write one line of text"),
            .init("settings.no_day", "{1}要写成日期，例如 2022-11-01", "{1} must be a date such as 2022-11-01"),
            .init(
                "settings.no_duration", "{1}要写成时长，例如 30s、15m 或 1h",
                "{1} must be a duration such as 30s, 15m or 1h"),
            .init(
                "settings.no_look_back",
                "{1}要写成 {3d: 1h, 15d: 1d, all: 7d} 这样：最近几天（all 是平台还能给的全部），多久重读一次，只能是 1h、1d 或 7d，各写一次；"
                    + "都不重读就写 never",
                "{1} must be like {3d: 1h, 15d: 1d, all: 7d}: the last days (all: whatever the platform still gives) and "
                    + "how often they are read again, 1h, 1d or 7d, each once; or `never`"),
            .init(
                "settings.look_back_unused",
                "{1}里的 {2} 用不上：{3} 已把这些天都读了，而且更勤；间隔越长，天数要写得越多，例如 {3d: 1h, 15d: 1d, all: 7d}",
                "{1}: {2} is never used, because {3} reads those days more often; the longer the beat, the more days, such "
                    + "as {3d: 1h, 15d: 1d, all: 7d}"),
            .init(
                "settings.no_rate", "{1}要写成每秒请求数，{2} 到 {3} 的整数",
                "{1} must be requests per second, a whole number from {2} to {3}"),
            .init(
                "settings.no_alias", "{1}的每一项要写成“平台:店铺编号”，例如 jushuitan:10086",
                "each item of {1} must be `platform:shop`, such as jushuitan:10086"),

            .init(
                "settings.store_postgres", "{1}暂不支持 PostgreSQL，请写 SQLite 文件的路径，例如 store: daihuo.sqlite",
                "{1} cannot be PostgreSQL yet; write the path of an SQLite file, such as store: daihuo.sqlite"
            ),
            .init(
                "settings.store_is_address", "{1}不能是网址，请写 SQLite 文件的路径，例如 store: daihuo.sqlite",
                "{1} cannot be a URL; write the path of an SQLite file, such as store: daihuo.sqlite"),
            .init(
                "settings.no_rules_yet", "{1}暂不支持自定规则文件，请删去这一行，按内置的规则顺序归属",
                "{1}: rules of one's own cannot be read yet; delete this line, and the built-in rules apply in their order"
            ),
            .init(
                "settings.no_ledgers_yet", "{1}暂不支持台账，请写 ledgers: [] 或删去这一项",
                "{1}: ledgers cannot be read yet; write ledgers: [] or delete the key"),
            .init(
                "settings.ca_file_unreadable", "{1}指的文件{2}，请写一个 PEM 证书文件的路径",
                "the file that {1} names {2}; write the path of a PEM file of certificates"),

            .init(
                "settings.account_without_keys", "{1}要写成键和值，例如 - id: pds-douyin",
                "{1} must be keys and values, such as - id: pds-douyin"),
            .init(
                "settings.account_twice", "{1}与第 {2} 行重复，请换一个不同的编号",
                "{1} stands on line {2} already; choose another id"),
            .init(
                "settings.no_tokens", "{1}：平台 {2} 不能自动更换令牌，请删去这一项",
                "{1}: tokens of platform {2} are not refreshed; delete the key"),
            .init(
                "settings.token_file", "{1}要写成 {file: 文件路径}，例如 {file: secrets/pds-douyin.json}",
                "{1} must be {file: PATH}, such as {file: secrets/pds-douyin.json}"),
            .init(
                "settings.token_file_twice", "{1}与账号 {2} 用了同一个文件，请各写各的",
                "{1}: account {2} has the same file; write one for each"),
            .init(
                "settings.address_malformed", "{1}要像 https://api.example.com:8443，不带路径、参数和用户名，末尾没有 /",
                "{1} must be like https://api.example.com:8443, without path, query, user name or a / at its end"
            ),
            .init(
                "settings.address_in_clear", "{1}用 http 不加密，只能指向本机（127.0.0.1、localhost、[::1]），请改用 https",
                "{1} uses http, which is not encrypted and only for this machine (127.0.0.1, localhost, [::1]); use https"
            ),

            .init(
                "settings.unknown_platform", "{1}不认识“{2}”，可写：{3}", "{1} does not know \"{2}\"; one of: {3}"),
            .init(
                "settings.unknown_platform_near", "{1}不认识“{2}”，是不是“{3}”？可写：{4}",
                "{1} does not know \"{2}\"; did you mean \"{3}\"? One of: {4}"),
            .init(
                "settings.folder_not_opened", "{1}指的文件夹打不开，请建好文件夹，或删去这一行",
                "the folder that {1} names cannot be opened; make it, or delete this line"),
            .init(
                "settings.description_unreadable", "平台的描述文件{1}，请检查，或移出这个文件夹",
                "the description of a platform {1}; check it, or move it out of this folder"),
            .init(
                "settings.platform_twice", "平台名“{1}”在 {2} 里已经用了，请改其中一个的 name",
                "{2} has a platform \"{1}\" already; change the name of one of them"),
            .init(
                "settings.export_twice", "导出文件的名称“{1}”在 {2} 里已经用了，请改其中一个的 name",
                "{2} describes an export \"{1}\" already; change the name of one of them"),
            .init(
                "settings.platform_built_in", "“{1}”是内置的平台，不能另写描述，请改 name",
                "\"{1}\" is built in and cannot be described anew; change the name"),
        ] + secrets

    /// What is wrong with secrets.
    private static let secrets: [Sentence] = [
        .init(
            "settings.secret_literal", "{1}不能直接写在文件里（只有 base_url 指向本机时可以），请改写 env:变量名 或 file:文件路径",
            "{1} cannot stand in the file itself unless base_url is this machine; write env:VARIABLE or file:PATH"
        ),
        .init(
            "settings.secret_variable_name", "{1}的 env: 后面要写环境变量名，只用英文字母、数字和 _，例如 env:PDS_DOUYIN_SECRET",
            "{1}: behind env: stands the name of a variable, of ASCII letters, digits and _, such as "
                + "env:PDS_DOUYIN_SECRET"),
        .init(
            "settings.secret_file_path", "{1}的 file: 后面要写文件路径，例如 file:secrets/pds-douyin.token",
            "{1}: behind file: stands the path of a file, such as file:secrets/pds-douyin.token"),
        .init(
            "settings.variable_unset", "{1}要用的环境变量 {2} 没有设置，请先设置再运行",
            "{1}: the environment variable {2} is not set; set it and run again"),
        .init(
            "settings.variable_not_one_line", "{1}要用的环境变量 {2} 里有换行或控制字符，请只保留一行文字",
            "{1}: the environment variable {2} holds a line break or control character; keep one line of text"
        ),
        .init(
            "settings.secret_file_unreadable", "{1}要用的文件 {2} {3}，请检查路径，密钥单独存成一个文件",
            "{1}: the file {2} {3}; check the path, and keep the secret in a file of its own"),
        .init(
            "settings.secret_file_open_to_others", "{1}要用的文件 {2} 别人也能读写（权限 {3}），请运行 chmod 600 {2}",
            "{1}: the file {2} can be read or written by others (permissions {3}); run chmod 600 {2}"),
        .init(
            "settings.secret_file_not_one_line", "{1}要用的文件 {2} 里不是一行 UTF-8 文字，请只保留密钥这一行",
            "{1}: the file {2} is not one line of UTF-8; keep only the line of the secret"),
    ]
}
