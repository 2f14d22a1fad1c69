internal import JSON

/// What is kept of the records of a described feed: what the description names, and what it says to keep beside that.
struct KeptRecord {
    private let ways: [PageKeys.Way]
    private let order: OrderRule?

    /// By the paths that were described so far; `others` are read by nothing yet, and kept for a mending of the description.
    init(
        _ described: DescriptionProblems, channelWays: [[String]], beside others: [ValuePath],
        order: OrderRule?
    ) {
        let read =
            (channelWays + described.ways).map { PageKeys.Way(names: $0, values: .any) }
            + described.waysOfOrganisation.map {
                PageKeys.Way(names: $0, values: .organisation, isOfOrganisation: true)
            }
            + described.waysOfRemarks.map { PageKeys.Way(names: $0, values: .remark) }
        let names = Set(read.map(\.names))
        ways =
            read
            + others.map(\.names).filter { !names.contains($0) }
            .map { PageKeys.Way(names: $0, values: .any, isRead: false) }
        self.order = order
    }

    /// The keys of pages whose records lie at a path.
    func keys(beside envelope: [[String]], at records: ValuePath) -> PageKeys {
        PageKeys(
            envelope: envelope.filter { $0 != records.names }.map { PageKeys.Way(names: $0, values: .any) },
            records: records.names, of: ways,
            isOfOrganisation: { [order] record in order?.isOfPerson(record) == false })
    }
}
