extension Sentence {
    /// Why a question cannot be answered, or a wish not be followed, as it is written.
    static let questions: [Sentence] = [
        .init(
            "question.no_day", "{1} {2}：不是日期；请写成 2022-11-01",
            "{1} {2}: this is no day; write it as 2022-11-01"),
        .init(
            "question.day_to_come", "{1} {2}：还没有到；今天是 {3}", "{1} {2}: this day has not come yet; today is {3}"
        ),
        .init(
            "question.ends_before_it_begins", "--from/--to：--from 不能晚于 --to",
            "--from/--to: --from cannot be later than --to"),
        .init("question.half_a_span", "--from/--to：请同时给出", "--from/--to: give both"),
        .init(
            "question.unknown_leg", "--leg {1}：只能是 sell、buy 或 any", "--leg {1}: it can be sell, buy or any"),
        .init(
            "question.unknown_dating", "--dated {1}：只能是 paid、refunded 或 booked",
            "--dated {1}: it can be paid, refunded or booked"),
        .init(
            "question.booked_on_any_leg", "--dated booked：账簿按两个方向分别入账，请用 --leg sell 或 --leg buy",
            "--dated booked: the journal books the legs apart; use --leg sell or --leg buy"),
        .init(
            "question.unknown_key", "{1} {2}：没有这个分组；可用：{3}", "{1} {2}: there is no such key; one of: {3}"),
        .init(
            "question.unknown_key_near", "{1} {2}：没有这个分组，是不是 {3}？可用：{4}",
            "{1} {2}: there is no such key; did you mean {3}? One of: {4}"),
        .init(
            "question.no_condition", "--only {1}：请写成 key=value，如 kind=university",
            "--only {1}: write it as key=value, such as kind=university"),
        .init(
            "question.no_region", "--only {1}：不是行政区划代码；请写六位或十二位数字",
            "--only {1}: this is no code of a region; write its six or twelve digits"),
        .init(
            "question.several_of_the_name", "--only {1}：有 {2} 个同名的，请写编号：{3}",
            "--only {1}: {2} have this name; write the id: {3}"),
        .init(
            "question.unknown_value", "--only {1}：没有这个值；请核对编号或名称",
            "--only {1}: there is no such value; check the id or the name"),
        .init(
            "question.unknown_value_near", "--only {1}：没有这个值，是不是“{2}”？",
            "--only {1}: there is no such value; did you mean \"{2}\"?"),
        .init(
            "question.unknown_order", "订单 {1}：没有读到过；请核对订单号，或先运行 {daihuo} sync",
            "order {1}: it was never read; check its number, or run `{daihuo} sync` first"),
        .init(
            "question.no_instant", "--now {1}：看不懂；请写成 2022-12-30T00:00:00+08:00 或 file:文件",
            "--now {1}: this is no instant; write it as 2022-12-30T00:00:00+08:00, or file:PATH"),
        .init(
            "question.no_instant_in_file", "--now file:{1}：文件里没有时刻；请写入一行 2022-12-30T00:00:00+08:00",
            "--now file:{1}: it holds no instant; write one line into it: 2022-12-30T00:00:00+08:00"),
        .init(
            "question.no_duration", "--patience {1}：看不懂；请写成 60s、5m 或 1h",
            "--patience {1}: this is no duration; write it as 60s, 5m or 1h"),
        .init(
            "question.no_sample", "--sample {1}：请写成 1 或更大的数", "--sample {1}: it can be 1 or more"),
        .init(
            "question.no_scale", "--scale {1}：请给 0 到 20 之间的数",
            "--scale {1}: give a number between 0 and 20"),
    ]

    /// What a person may not do with what is held.
    static let dismissals: [Sentence] = [
        .init(
            "parked.no_reason", "--why：请写明原因，以后查账时看得到",
            "--why: write the reason, for whoever looks into the books later"),
        .init(
            "parked.not_held", "{1}：没有这个编号的待处理记录；编号见 {daihuo} parked 的第一列（p… 或 c…），本次没有改动",
            "{1}: nothing with this id is held; ids (p12, c3) stand in the first column of `{daihuo} parked`; "
                + "nothing was changed"),
        .init(
            "parked.no_condition", "--only {1}：请写成 kind=… 或 account=…",
            "--only {1}: write it as kind=KIND or account=ID"),
        .init(
            "parked.unknown_kind", "--only {1}：没有这个种类；可用：{2}",
            "--only {1}: there is no such kind; one of: {2}"),
        .init(
            "parked.unknown_account", "--only account={1}：没有读过这个账号",
            "--only account={1}: no such account was ever read"),
        .init("parked.dismissed", "已确认 {1} 条作废。", "{1} dismissed."),
    ]

    /// Why a configuration cannot be worked with.
    static let workplaces: [Sentence] = [
        .init(
            "workplace.clock_is_real", "账号 {1}：使用平台自己的地址时不能用 --now；请去掉 --now，或把 base_url 指向本机",
            "account {1}: --now cannot be used with a platform's own address; leave --now out, or let base_url point "
                + "to this machine"),
        .init(
            "workplace.accounts_changed", "{1}：账号在等待期间改了；请再运行一次",
            "{1}: the accounts were changed while waiting; run it again"),
        .init(
            "workplace.store_moved", "{1}：store 在等待期间改成了另一个路径；请再运行一次",
            "{1}: `store` was set to another path meanwhile; run it again"),
        .init(
            "workplace.unknown_account", "账号 {1}：配置中没有这个账号",
            "account {1}: the configuration has no such account"),
        .init(
            "workplace.account_of_files",
            "账号 {1} 的订单以文件导入（file: true），没有接口可读；请运行 {daihuo} import 文件 --account {2}",
            "orders of account {1} come as files (file: true) and nobody is asked for them; run: {daihuo} import FILE "
                + "--account {2}"),
        .init(
            "workplace.no_authorities", "HTTP：读不了 ca_file 指的证书文件；请检查路径与权限",
            "HTTP: the file of certificates that ca_file names cannot be read; check its path and who may read it"
        ),
        .init(
            "workplace.no_client", "HTTP：无法建立连接；请检查 ca_file 与系统证书",
            "HTTP: no connection can be made; check ca_file and the system's certificates"),
        .init(
            "workplace.no_address", "账号 {1}：平台 {2} 没有自己的地址，请填写 base_url",
            "account {1}: platform {2} has no address of its own; fill in base_url"),
        .init("workplace.secret", "密钥", "secret"),
    ]
}
