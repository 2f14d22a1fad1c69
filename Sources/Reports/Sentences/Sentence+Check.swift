extension Sentence {
    /// What `check` looks at, what it finds, and what a report says beside its figures.
    static let check: [Sentence] = checkOfSettings + checkOfStore + checkOfOpen

    /// What is accepted but not used yet, and what of the store is still open.
    private static let checkOfOpen: [Sentence] = [
        .init(
            "check.key_unused", "“{1}”可以写，但还没有用到（{2}）", "\"{1}\" is accepted but not used yet ({2})"),
        .init(
            "check.refresh_token_unused", "这个平台的令牌不会自动更换；到期前请换上新的 access_token",
            "tokens of this platform are not refreshed by themselves; put in a new access_token before it ends"
        ),
        .init("check.descriptions", "平台描述", "descriptions"),
        .init(
            "check.title_unused", "报表和消息里用的是 name；留着也不影响结果",
            "reports and messages name the platform by `name`; it may stay and changes nothing"),
        .init(
            "check.rate_unused", "只对平台自己的地址有效；账号写了 base_url 的，请在账号里写 rate",
            "it is for the platform's own host; where an account has a base_url, state `rate` in the account"),
        .init(
            "check.look_back_never", "look_back 是 never，读过的不再重读，迟到的和悄悄改动的发现不了：{1}",
            "look_back is `never`: what was read is not read again, and late or silent changes are not found: {1}"
        ),
        .init(
            "check.look_back_standard", "要发现它们，请删去 look_back，或写 {3d: 1h, 15d: 1d, all: 7d}",
            "to find them, take look_back out, or write {3d: 1h, 15d: 1d, all: 7d}"),
        .init(
            "check.look_back_too_deep", "look_back 写到 {1} 天，平台只给最近 {2} 天的记录",
            "look_back goes back {1} days, and the platform gives the records of the last {2}"),
        .init(
            "check.look_back_all", "平台还能给的全部，写 all 就是", "`all` stands for whatever the platform still gives"),
        .init(
            "check.ask_later", "没有给出可用的回答，可能只是暂时的：{1}；请过几分钟再运行 {daihuo} check",
            "no usable answer, which may pass: {1}; run {daihuo} check again in a few minutes"),
        .init("check.parked", "搁置的记录 {1} 条", "parked records: {1}"),
        .init("check.orphans", "订单未到的售后 {1} 笔", "orphans: {1}"),
        .init("check.conflicts", "前后矛盾 {1} 处", "conflicts: {1}"),
        .init("check.header_gaps", "表头有差额的订单 {1} 个", "orders with a header gap: {1}"),
        .init(
            "check.identity_platform_unknown", "名册里平台写作“{1}”的身份（{3} 个）永远匹配不上{4}；没有这个平台{2}",
            "identities of platform \"{1}\" ({3}) never match{4}; there is no such platform{2}"),
        .init(
            "check.without_tenure", "有 {1} 个第一书记、工作队或会员没有任期（{2}），什么也不会归属给他们{3}",
            "first secretaries, work teams and members without any tenure, who are credited with nothing: {1} ({2}){3}"
        ),
        .init(
            "check.write_tenures", "请在名册的 tenures 表里写上他们的任期", "write their tenures into the table `tenures`"),
        .init(
            "check.identity_held_twice", "同一个身份（{1} {2}）同时属于 {3} 个主体（{4}），销售归属不到任何一个{5}",
            "one identity ({1} {2}) belongs to several parties at once ({3}: {4}), and its sales to none of them{5}"
        ),
        .init(
            "check.further_held_twice", "另有 {1} 个身份同时属于几个主体{2}",
            "further identities that belong to several parties at once: {1}{2}"),
        .init(
            "check.correct_identities", "请在名册的 identities 表里改正起止日期或编号",
            "correct the days or ids in the table `identities`"),
        .init(
            "check.at_stake", "；涉及的实付共 {1} 元", "; paid for the lines that this is about: {1} yuan"),
        .init("check.one_of", "可写：{1}；留空表示任何平台", "one of: {1}; empty stands for any"),
        .init(
            "check.no_identities", "名册里没有任何平台身份，所有销售都会是未归属",
            "the roster has no identities: every sale will be unassigned"),
        .init(
            "check.write_identities", "请在名册的 identities 表里写上达人ID、店铺ID 等",
            "write host ids, shop ids … into the table `identities`"
        ),
        .init(
            "check.since_ahead", "since 是 {1}，还没有到，什么也不会读",
            "since is {1}, a day still to come: nothing is read"),
        .init(
            "check.files_came", "最近一次收到文件是 {1}（{2} 天前），文件带来的订单共 {3} 单",
            "the last file came on {1} ({2:day|days} ago); {3:order|orders} came by files"),
        .init("check.no_file_yet", "还没有收到过文件", "no file has come yet"),
        .init(
            "check.import_file", "请运行 {daihuo} import 文件 --account {1}",
            "run: {daihuo} import FILE --account {1}"),
        .init("check.earlier_since", "请把 since 改成要读的第一天", "set since to the first day that is to be read"),
        .init(
            "check.store_folder", "数据库所在的文件夹 {1} 不存在或不可写",
            "the store's folder {1} is not there or not writable"),
        .init("check.make_folder", "请建立这个文件夹，或改 store", "make that folder, or change `store`"),
        .init("check.unknown_words", "含没见过的词的记录 {1} 条", "records with an unknown word: {1}"),
        .init("check.list_held", "请看 {daihuo} parked --only kind={1}", "see {daihuo} parked --only kind={1}"),
        .init("check.unassigned", "未归属的子订单 {1} 行", "lines that nobody is credited with: {1}"),
        .init(
            "check.complete_roster", "原因见报表和 {daihuo} explain；在名册里补上后运行 {daihuo} attribute",
            "reports and {daihuo} explain tell why; complete the roster, then run {daihuo} attribute"),
        .init("check.pending", "未入账 {1} 笔", "entries that are pending: {1}"),
        .init("check.run_post", "请运行 {daihuo} post", "run {daihuo} post"),
    ]

    private static let checkOfSettings: [Sentence] = [
        .init("check.roster", "名册", "roster"),
        .init("check.secrets", "密钥", "secrets"),
        .init("check.accounts", "账号", "accounts"),
        .init("check.inbox", "收件夹", "inbox"),
        .init("check.settings_usable", "配置可用，{1} 个账号", "the settings are usable; accounts: {1}"),
        .init("check.roster_usable", "名册可用，{1} 个责任主体", "the roster is usable; parties: {1}"),
        .init("check.token_ends", "授权令牌还有 {1} 天到期（{2}）", "the access token ends in {1:day|days} ({2})"),
        .init("check.token_ended", "授权令牌已于 {1} 到期", "the access token ended on {1}"),
        .init(
            "check.token_due", "访问令牌已到期，下次运行时自动更换；这次没有试连",
            "the access token has ended and is refreshed by the next run; the platform was not tried"),
        .init(
            "check.token_stays", "没有刷新令牌，访问令牌不会自动更换",
            "there is no refresh token: the access token is not refreshed"),
        .init("check.token_kept", "令牌会自动更换", "tokens are refreshed by themselves"),
        .init(
            "check.authorisation_ends", "令牌会自动更换；授权还有 {1} 天到期（{2}）",
            "tokens are refreshed by themselves; the authorisation ends in {1:day|days} ({2})"),
        .init(
            "check.replace_token", "请换新的 access_token，并把 token_until 改成新的到期日",
            "put in a new access_token, and set token_until to the day on which it ends"),
        .init(
            "check.account_answers", "平台可达，授权有效",
            "the platform can be reached and the authorisation holds"),
    ]

    private static let checkOfStore: [Sentence] = [
        .init("check.store", "数据库", "store"),
        .init("check.journal", "账簿", "journal"),
        .init(
            "check.no_store", "还没有建立，第一次 {daihuo} run 时建立",
            "there is none yet; the first {daihuo} run makes it"),
        .init(
            "check.all_fits", "汇总、账簿与哈希链一致（{1} 批）；全部 {2} 个订单重新计算的结果与所存一致",
            "sums, journal and chain of hashes agree (batches: {1}); all orders, worked out anew, come to what is "
                + "stored ({2})"),
        .init(
            "check.sample_fits", "汇总、账簿与哈希链一致（{1} 批）；抽查的 {2} 个订单重新计算的结果与所存一致",
            "sums, journal and chain of hashes agree (batches: {1}); the orders of the sample, worked out anew, come "
                + "to what is stored ({2})"),
        .init(
            "check.batch_broken", "第 {1} 批的哈希与内容不符", "the hash of batch {1} is not that of its content"),
        .init(
            "check.restore_journal", "账簿被改动过，请从备份恢复", "the journal was changed; restore it from a backup"),
        .init(
            "check.decided_otherwise", "有 {1} 个订单的归属是按另一版名册定的",
            "orders credited by another version of the roster: {1}"),
        .init("check.run_attribute", "请运行 {daihuo} attribute", "run {daihuo} attribute"),
        .init(
            "check.cell_differs", "表 {1} 的 {2}{3}：现在是 {4}，按其他记录应是 {5}{6}",
            "table {1}, column {2}{3}: it is {4}, by the other records it should be {5}{6}"),
        .init(
            "check.cell_fits_nothing", "表 {1} 的 {2}{3}：现在是 {4}，与其他记录对不上{5}",
            "table {1}, column {2}{3}: it is {4}, which does not agree with the other records{5}"),
        .init(
            "check.cell_missing", "表 {1} 的 {2}{3}：现在没有，按其他记录应是 {4}{5}",
            "table {1}, column {2}{3}: it is missing, by the other records it should be {4}{5}"),
        .init(
            "check.cell_disagrees", "表 {1} 的 {2}{3}：与其他记录对不上{4}",
            "table {1}, column {2}{3}: it does not agree with the other records{4}"),
        .init("check.cell_row", "（{1}）", " ({1})"),
        .init("check.row_shop", "店铺 {1}", "shop {1}"),
        .init("check.row_order", "订单 {1}", "order {1}"),
        .init("check.row_line", "子订单 {1}", "line {1}"),
        .init("check.row_day", "{1}", "{1}"),
        .init("check.row_number", "编号 {1}", "number {1}"),
        .init("check.cells_alike", "；同类共 {1} 处", "; {1} of this kind"),
        .init(
            "check.keep_store", "请保留此文件并报告；从备份恢复，或重新同步到新的 store 可得到正确结果",
            "keep this file and report it; a backup, or a sync into a new store, gives the right figures"),
        .init(
            "report.unexplained", "核对有未解释的差额 {1} 元；请运行 {daihuo} check 并报告此问题",
            "the proof leaves {1} yuan unexplained; run {daihuo} check and report this"),
        .init(
            "report.roster_is_newer", "名册已更改，部分归属仍按旧名册；请先运行 {daihuo} attribute",
            "the roster was changed and some credits are still by the old one; run {daihuo} attribute first"),
    ]
}
