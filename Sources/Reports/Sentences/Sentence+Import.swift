extension Sentence {
    /// Why a file is not imported, and of which days it tells.
    static let imports: [Sentence] = [
        .init(
            "import.shop_unsaid", "{1}：文件里没有店铺号，请用 --account 指明账号（{2}）",
            "{1}: the file does not say its shop; name the account by --account ({2})"),
        .init(
            "import.no_accounts", "配置里还没有账号，不知道文件属于哪家店铺；请先在 daihuo.yaml 的 accounts 里填写这家店铺，再导入",
            "the settings have no accounts, so it is not known which shop a file belongs to; fill in the shop under "
                + "`accounts` in daihuo.yaml, then import"),
        .init(
            "import.no_account_of_platform",
            "{1}：是 {2} 的文件，配置里没有 {2} 的账号（只有 {3}）；请先在 daihuo.yaml 的 accounts 里填写这家店铺，再导入",
            "{1}: this file is of {2}, and the settings have no account of it (only {3}); fill in the shop under "
                + "`accounts` in daihuo.yaml, then import"),
        .init(
            "import.other_platform",
            "{1}：是 {2} 的文件，账号 {3} 是 {4} 的；请用 --account 指明正确的账号，本次没有导入",
            "{1}: this file is of {2} and account {3} is of {4}; name the right account by --account; nothing was "
                + "imported"),
        .init(
            "import.other_shop",
            "{1}：{2} 个订单号中有 {3} 个已在店铺 {4} 名下，不是账号 {5}（店铺 {6}）的文件；请用 --account 指明正确的账号，本次没有导入",
            "{1}: of {2} order numbers {3} are already stored under shop {4}: this is no file of account {5} (shop "
                + "{6}); name the right account by --account; nothing was imported"),
        .init(
            "import.unknown_format", "{1}：认不出是哪种导出文件；请确认表头未改动，或用 --as 指定（{2}）",
            "{1}: this is no known kind of export; see that its header was not changed, or name the kind by --as "
                + "({2})"),
        .init("import.name_table", "请用 --sheet 名称 写明要读哪一个", "name the one that is meant by --sheet NAME"),
        .init(
            "import.give_password", "请用 --password file:文件 或 env:变量 给出正确的密码",
            "give the right password by --password file:PATH or env:NAME"),
        .init(
            "import.password_literal", "--password 后面不能直接写密码（别人看得到命令行）；请写 file:文件 或 env:变量",
            "--password does not take the password itself, which others could see; write file:PATH or env:NAME"
        ),
        .init("import.password_prompt", "文件的密码：", "Password of the file: "),
        .init("import.days", "{1} 至 {2}", "{1} to {2}"),
        .init("import.more_stretches", " 等", " and others"),
        .init(
            "import.complete", "{1}：文件按完整计：{2} 至 {3}，{4} 天；其中平台不再提供的日子不再算缺口",
            "{1}: counts as complete from {2} to {3}, {4:day|days}; what the platform gives no more of them is no gap"
        ),
        .init(
            "import.not_complete", "{1}：{2} 至 {3}，不按完整计，不补缺口",
            "{1}: from {2} to {3}, not counted as complete: it closes no gap"),
        .init(
            "import.silent",
            "{1}：其中 {2} 天一个订单也没有（{3}{4}）；若是没有导出全，请运行 {daihuo} import {5} --account {6} --not-complete",
            "{1}: on {2:day|days} of them there is no order ({3}{4}); if not all was exported, run: "
                + "{daihuo} import {5} --account {6} --not-complete"),
        .init(
            "import.unreadable", "{1}：读不了这个文件；请检查路径与权限",
            "{1}: the file cannot be read; check its path and who may read it"),
    ]
}
