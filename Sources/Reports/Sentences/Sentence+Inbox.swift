extension Sentence {
    /// What is said of files that are dropped in the inbox.
    static let inbox: [Sentence] = [
        .init(
            "inbox.none", "{1} 里没有写 inbox；请加一行 inbox: inbox，再把文件放进这个文件夹",
            "{1} has no `inbox`; add a line `inbox: inbox`, and put the files into that folder"),
        .init("inbox.empty", "收件夹里没有文件。", "Nothing lies in the inbox."),
        .init(
            "inbox.unusable", "收件夹 {1} 打不开或写不进去；请建好文件夹，并允许运行者读写",
            "the inbox {1} cannot be opened or written to; make it, and let whoever runs this read and write there"
        ),
        .init(
            "inbox.strange_folder", "{1}/：文件夹的名字不是账号的编号，里面的文件没有动；请改名，或把文件移出来",
            "{1}/: the folder is named like no account, and what lies in it is left alone; rename it, or move the files out"
        ),
        .init(
            "inbox.being_written", "{1}：还在写入，等它停下来再导入",
            "{1}: somebody is writing it; it is imported once that has ended"),
        .init("inbox.account_busy", "{1}：账号 {2} 正被使用，等下一次", "{1}: account {2} is in use; next time"),
        .init(
            "inbox.not_moved", "{1}：移不走（系统错误 {2}）；请检查收件夹的权限。再导入一次不会重复计算",
            "{1}: it could not be moved (system error {2}); look at who may write to the inbox. Importing it again "
                + "counts nothing twice"),
        .init("inbox.note_file", "文件：{1}", "file: {1}"),
        .init(
            "inbox.note_reported", "结果：已导入日报，不归任何账号",
            "outcome: imported as a daily report, which is of no account"),
        .init("inbox.note_done", "结果：已导入账号 {1}", "outcome: imported into account {1}"),
        .init(
            "inbox.note_held", "结果：没有算作导入，放在这里等人处理",
            "outcome: does not count as imported, and waits here for a person"),
        .init("inbox.note_why", "原因：{1}", "why: {1}"),
        .init(
            "inbox.note_way_out",
            "怎么办：按上面说的改好，再把文件放回收件夹；若要指明账号，放进收件夹里以账号编号命名的子文件夹。重复放入不会重复计算",
            "what to do: mend what is said above, then put the file back into the inbox; to name its account, into a sub-folder of the "
                + "inbox that is called like the account. Nothing is counted twice"),
        .init(
            "inbox.held", "{1} 个文件没有导入，在 {2} 里，旁边的 .txt 写着原因",
            "{1:file|files} held in {2}; the .txt beside each says why"),
    ]
}
