extension Sentence {
    /// What is said while a shop without an API is added to the configuration.
    static let newShop: [Sentence] = [
        .init("shop.would_write", "将在 {1} 的 accounts 里加上：", "would add to `accounts` of {1}:"),
        .init("shop.written", "已在 {1} 的 accounts 里加上：", "added to `accounts` of {1}:"),
        .init(
            "shop.known", "账号 {1} 已在 {2} 里，没有改动", "account {1} stands in {2} already; nothing was changed"
        ),
        .init(
            "shop.incomplete",
            "--new-shop、--platform 和 --shop 要一起写，例如 --new-shop hall-3 --platform hall --shop 商丘3号馆",
            "--new-shop, --platform and --shop belong together, such as: --new-shop hall-3 --platform hall --shop shangqiu-3"
        ),
        .init(
            "shop.or_account", "--new-shop 是新账号，--account 是已有的账号，只能写一个",
            "--new-shop names a new account and --account one that is there; write one of them"),
        .init(
            "shop.id_taken", "账号 {1} 已经有了（{2}，店铺 {3}），没有改动；请给新店铺另起一个编号",
            "account {1} is there already ({2}, shop {3}); nothing was changed; give the new shop another id"),
        .init(
            "shop.shop_taken", "店铺 {1} 已是账号 {2}，没有改动；请改用 --account {3}",
            "shop {1} is that of account {2} already; nothing was changed; write --account {3}"),
        .init(
            "shop.not_one_line", "编号、平台和店铺要写成一行文字，不能是空的",
            "id, platform and shop are each one line of text and not empty"),
        .init(
            "shop.by_hand", "{1} 里的 accounts 写法特殊，没有改动；请自己在 accounts 里加上：{2}",
            "`accounts` of {1} is written in a way that nothing can be added to; nothing was changed; add to it yourself: {2}"
        ),
        .init(
            "shop.saved_meanwhile", "{1} 刚被改过，没有动它；请再运行一次",
            "{1} was saved meanwhile and is left as it is; run it again"),
        .init(
            "shop.not_written", "{1}：写不进去，没有改动；请检查权限与磁盘空间",
            "{1}: it cannot be written and is left as it was; check who may write there, and the space on the disk"
        ),
    ]
}
