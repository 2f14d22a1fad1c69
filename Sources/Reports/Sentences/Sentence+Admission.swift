extension Sentence {
    /// Why a source or a roster may not be used beside what is stored.
    static let admission: [Sentence] = [
        .init(
            "admission.mapped_otherwise",
            "平台 {1} 的描述改过，已入库的订单还是按以前的描述算的；下次同步会从头全部重读",
            "the description of platform {1} was edited and what is stored is still by the former one; the next sync "
                + "reads all of it again"),
        .init(
            "admission.mapped_otherwise_since",
            "平台 {1} 的描述改过，已入库的订单还是按以前的描述算的；下次同步会从头（since {2}）全部重读",
            "the description of platform {1} was edited and what is stored is still by the former one; the next sync "
                + "reads all of it again (since {2})"),
        .init("admission.run", "请运行 {daihuo} run", "run {daihuo} run"),
        .init(
            "admission.not_read_again",
            "有 {1} 条订单和售后还是按以前的平台描述算的，没有再读到：在 since 之前、平台不再提供、这次没能读懂，或订单不再写明退款",
            "orders and after-sales that are still by a former description of the platform: {1}; they were not read "
                + "again: they lie before `since`, the platform gives them no more, they could not be read, or they say nothing of their refunds any more"
        ),
        .init(
            "admission.earlier_since",
            "请把 since 改早后运行 {daihuo} run，或用 {daihuo} sync --from --to 重读那些天，并查看搁置的记录",
            "set `since` to an earlier day and run {daihuo} run, or read the days again by {daihuo} sync --from --to, and look at "
                + "the parked records"),
        .init(
            "admission.other_keys",
            "账号 {1}：平台 {2} 的描述改了渠道、店铺号、订单号、行号、售后号或累计退款所属行的取法，已入库的订单会换一个号再入库一遍，算两遍；"
                + "请把 channel、shop、id、lines、refund 里的这些改回去，若非改不可，请换一个 store 路径重新同步",
            "account {1}: the description of platform {2} now takes channel, shop, order, line or after-sale numbers, or "
                + "the line of a growing refund, from elsewhere: what is stored would be stored again under other "
                + "numbers and count twice; undo that in `channel`, `shop`, `id`, `lines`, `refund`, or, if it must be, "
                + "sync into another store path"),
        .init(
            "admission.other_keys_of_shop",
            "账号 {1}（平台 {2}）的店铺 {3} 已由账号 {4}（平台 {5}）读过，两个平台取订单号、行号或售后号的办法不同，同一单会算两遍；"
                + "若是平台改了名字，请把名字改回 {5}，若确要换一种取法，请换一个 store 路径重新同步",
            "account {1} (platform {2}): account {4} (platform {5}) has read its shop {3} already, and the two take order, "
                + "line or after-sale numbers from elsewhere: the same sale would count twice; if the platform got "
                + "another name, call it {5} again; if it must be read otherwise, sync into another store path"
        ),
        .init(
            "admission.other_shop",
            "账号 {1}：数据库里这个账号是平台 {2}、店铺 {3}，配置现在写的是平台 {4}、店铺 {5}；若写错了请改回去，"
                + "若是另一家店铺请另起一个账号 id；若原来写的就是错的，已入库的订单仍在旧号名下，请换一个 store 路径重新同步，否则会算两遍",
            "account {1}: in the store this account is platform {2}, shop {3}, and the settings now say platform {4}, "
                + "shop {5}; if that is a mistake, undo it; if it is another shop, give it an account id of its own; if "
                + "the former was wrong, what is stored stays under the old number: sync into another store path, or "
                + "it counts twice"),
        .init(
            "admission.outdated_without_account", "没有账号再读它，它读到的订单和售后还是按平台 {1} 以前的描述算的",
            "no account reads it any more; its orders and after-sales are still mapped by an earlier description of {1}"
        ),
        .init(
            "admission.account_back", "请把这个账号加回配置，运行 {daihuo} run 重读一遍，再删去",
            "put the account back, read all again by {daihuo} run, then take it away"),
    ]
}
