extension Sentence {
    /// What is said by a process that keeps the schedule.
    static let serve: [Sentence] = [
        .init(
            "serve.store_moved", "{1}：store 不能在运行中改；请停下再启动",
            "{1}: the store can't be changed while this runs; stop and start it again")
    ]
}
