extension Sentence {
    /// What the store cannot do.
    static let store: [Sentence] = [
        .init("store.failure", "数据库 {1}：{2}", "store {1}: {2}"),
        .init(
            "store.no_connection", "数据库连接已断开；请再运行一次，仍如此请报告开发者",
            "the store's connection is gone; run it again, and report it if it stays so"),
        .init(
            "store.full", "数据库 {1}：磁盘已满，本次写入已撤销，已入库的数据不受影响；请腾出空间后再运行一次",
            "store {1}: the disk is full; this write was undone and what is stored is intact; make room and run it again"
        ),
        .init(
            "store.busy", "数据库 {1}：正被另一个进程写入；请等它结束后再运行一次",
            "store {1}: another process is writing; run it again when that has ended"),
        .init(
            "store.unreadable", "数据库 {1}：打不开或不可写；请检查文件夹是否存在、是否有写权限",
            "store {1}: cannot be opened or written; see whether its folder exists and may be written to"),
        .init(
            "store.no_store", "数据库 {1}：不是 daihuo 的数据库或已损坏；请改用备份，或换一个 store 路径重新同步",
            "store {1}: is no daihuo store, or is damaged; use a backup, or sync into another store path"),
        .init(
            "store.disk_failure", "数据库 {1}：读写磁盘失败（代码 {2}）；请检查磁盘空间与状态",
            "store {1}: the disk failed (code {2}); check its space and state"),
        .init("store.code", "数据库 {1}：{2}（代码 {3}）；请报告此问题", "store {1}: {2} (code {3}); please report this"),
        .init("store.read_only", "数据库 {1}：只读打开，不能写入", "store {1}: it is open for reading only"),
        .init(
            "store.changed_while_read", "数据库 {1}：读的时候被另一个进程写入了，又没有权限与它共用日志；请等它结束后再运行一次",
            "store {1}: another process wrote while it was read, and this one may not share its log; run it again when "
                + "that has ended"),
        .init(
            "store.missing", "数据库 {1}：还没有建立；请先运行 {daihuo} run 或 {daihuo} import",
            "store {1}: there is none yet; run {daihuo} run or {daihuo} import first"),
        .init(
            "store.older", "数据库 {1}：由较早版本的 daihuo 建立；下一次 {daihuo} run 会先升级它",
            "store {1}: was made by an earlier daihuo; the next {daihuo} run brings it up to date first"),
        .init(
            "store.foreign", "数据库 {1}：不是 daihuo 的数据库，没有改动它；请换一个 store 路径",
            "store {1}: is no daihuo store and was left as it is; use another store path"),
        .init(
            "store.trial_version", "数据库 {1}：由早期试用版的 daihuo 建立，格式已不同；请换一个 store 路径重新同步",
            "store {1}: was made by a trial version of daihuo, in another format; sync into another store path"
        ),
        .init(
            "store.newer", "数据库 {1}：由更新版本的 daihuo 建立；请升级程序，或换一个 store 路径",
            "store {1}: was made by a newer daihuo; update the program, or use another store path"),
        .init(
            "store.queue_changed", "账簿：待入账的分录在封批时变了；请再运行一次 {daihuo} post",
            "journal: what waited to be booked changed while it was sealed; run {daihuo} post again"),
        .init(
            "store.lock_unreadable", "锁文件 {1}：打不开；请检查文件夹是否存在、是否有写权限",
            "lock file {1}: cannot be opened; see whether its folder exists and may be written to"),
        .init("store.lock_holder", "{1}（进程 {2}）", "{1} (process {2})"),
        .init("store.lock_unknown_holder", "另一个进程", "another process"),
        .init("store.held", "数据库 {1}：正由 {2} 使用", "store {1}: in use by {2}"),
        .init("store.account_held", "账号 {1}：正由 {2} 使用", "account {1}: in use by {2}"),
        .init("store.inbox_held", "收件夹：正由 {1} 处理", "the inbox: in use by {1}"),
        .init("store.held_too_long", "{1}；请等它结束后再运行一次", "{1}; run it again when that has ended"),
        .init("store.waiting", "{1}，等待中", "{1}; waiting"),
        .init("store.waiting_cancelled", "{1}，等待已取消", "{1}; the wait was cancelled"),
        .init(
            "store.mapped_otherwise_meanwhile", "账号 {1}：平台的描述在读取期间改了，本次没有读完；请再运行一次",
            "account {1}: the description of its platform was edited while it was read; run it again"),
    ]
}
