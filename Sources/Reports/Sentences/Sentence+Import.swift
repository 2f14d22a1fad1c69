extension Sentence {
    /// Why a file is not imported.
    static let imports: [Sentence] = [
        .init(
            "import.unknown_account", "账号 {1}：配置中没有这个账号；已有的账号：{2}",
            "account {1}: the settings have no such account; they have: {2}"),
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
        .init(
            "import.unreadable", "{1}：读不了这个文件；请检查路径与权限",
            "{1}: the file cannot be read; check its path and who may read it"),
    ]
}
