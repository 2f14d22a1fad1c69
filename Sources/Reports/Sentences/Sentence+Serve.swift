extension Sentence {
    /// What is said by a process that keeps the schedule.
    static let serve: [Sentence] = [
        .init(
            "serve.store_moved", "{1}：store 不能在运行中改；请停下再启动",
            "{1}: the store can't be changed while this runs; stop and start it again"),
        .init(
            "serve.roster_file_gone", "{1} 不见了；请把它放回来，确实不用了就留一个只有表头的文件",
            "{1} is gone; put it back, or leave a file with nothing but its header where it is not wanted any more"
        ),
        .init(
            "serve.store_gone",
            "数据库 {1} 不见了，旁边还有它的页（{1}.pages）：没有另建新的。请把它放回来或 {daihuo} restore；确要从头开始，先移走 {1}.pages",
            "the store {1} is gone while its pages ({1}.pages) are there: no new one is made. Put it back, or {daihuo} restore; to "
                + "begin anew, move {1}.pages away first"),
        .init("serve.no_port", "--port {1}：端口应在 0 到 65535 之间", "--port {1}: a port lies between 0 and 65535"),
    ]
}
