extension Sentence {
    /// What is said of copies of the store.
    static let backup: [Sentence] = [
        .init(
            "backup.is_the_store", "{1}：这就是现在的数据库，不是备份；请写备份文件",
            "{1}: this is the store itself, no backup of it; name a backup"),
        .init("check.pages_sound", "数据库文件的每一页都完好", "every page of the store's file is sound"),
        .init("check.pages_damaged", "数据库文件已损坏（{1}）", "the store's file is damaged ({1})"),
        .init(
            "check.restore_backup", "请停下定时任务，用 {daihuo} restore 恢复最近的备份",
            "stop the schedule, and restore the latest backup with {daihuo} restore"),
        .init("backup.made", "已备份到 {1}", "backed up to {1}"),
        .init("backup.found", "{1}：可以恢复的备份", "{1}: a backup that can be restored"),
        .init("backup.restored", "{1}：已恢复", "{1}: restored"),
        .init("backup.holds", "订单 {1} 个，约 {2} MB", "orders: {1}; about {2} MB"),
        .init(
            "backup.last_batch", "账簿到第 {1} 批，链上哈希 {2}；请记在别处，日后可以核对",
            "the journal ends with batch {1}, chain hash {2}; note it elsewhere, to hold it against this later"
        ),
        .init("backup.no_batch", "还没有入账", "nothing has been booked yet"),
        .init(
            "backup.epoch", "从现在起是第 {1} 纪元：之后的批号不会和丢失的那段时间的混淆",
            "epoch {1} begins: its batches are not taken for those of the time that was lost"),
        .init(
            "backup.kept", "原来的数据库保留在 {1}；确认无误后可以删除",
            "the store that was there is kept as {1}; remove it once all is well"),
        .init(
            "backup.run_next", "请运行 {daihuo} check --deep，再运行 {daihuo} run：备份之后的数据会重新读取、入账",
            "next: {daihuo} check --deep, then {daihuo} run, which reads and books anew what came after the backup"
        ),
        .init(
            "backup.would_restore", "去掉 --dry-run 才会恢复；原来的数据库会保留在旁边",
            "without --dry-run it is put in the store's place, and the store is kept beside it"),
        .init("backup.file_exists", "{1}：已经有这个文件；请换一个名字", "{1}: this file exists; take another name"),
        .init(
            "backup.not_written", "{1}：写不了；请检查目录是否存在、是否有权限、磁盘是否已满",
            "{1}: it cannot be written; look whether the folder is there, is yours to write, and has room"),
        .init("backup.missing", "{1}：没有这个文件，或没有权限读", "{1}: there is no such file, or no right to read it"),
        .init(
            "backup.no_backup", "{1}：不是 daihuo 的备份；请核对文件名",
            "{1}: this is no backup of daihuo; check the name of the file"),
        .init(
            "backup.damaged", "{1}：文件已损坏，没有写任何东西；请换一份备份，或运行 {daihuo} check --deep",
            "{1}: the file is damaged, and nothing was written; take another backup, or run {daihuo} check --deep"
        ),
        .init(
            "backup.not_kept", "{1}：不能保留为 {2}，没有恢复；请检查目录权限",
            "{1}: it cannot be kept as {2}, and nothing was restored; look at the rights of the folder"),
    ]
}
