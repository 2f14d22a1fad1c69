extension Sentence {
    /// What is said by a process that keeps the schedule.
    static let serve: [Sentence] = [
        .init(
            "serve.store_moved", "{1}：store 不能在运行中改；请停下再启动",
            "{1}: the store can't be changed while this runs; stop and start it again"),
        .init("serve.no_port", "--port {1}：端口应在 0 到 65535 之间", "--port {1}: a port lies between 0 and 65535"),
    ]
}
