import Domain

extension RunReport.FileReach {
    /// For which days the file counts as complete, and where it may not be; `file` is its path as it was given.
    func notices(_ file: String) -> [(mark: String, what: Notice)] {
        let (first, last) = (days.lowerBound, days.upperBound)
        guard isComplete else { return [("=", Notice("import.not_complete", file, first, last))] }
        let complete = Notice("import.complete", file, first, last, days.length)
        guard !silent.isEmpty else { return [("=", complete)] }
        let stretches = silent.prefix(Self.stretchesNamedMax).map {
            Notice("import.days", $0.lowerBound, $0.upperBound)
        }
        let silence = Notice(
            "import.silent", file, silent.reduce(0) { $0 + $1.length }, Array(stretches),
            silent.count > stretches.count ? Notice("import.more_stretches") : Notice("hint.none"),
            file.shellWord, account.shellWord)
        return [("=", complete), ("!", silence)]
    }

    private static let stretchesNamedMax = 3

    /// The same for programs.
    var tree: JSONTree {
        .object(
            days.members + [
                ("account", .text(account)), ("counts_as_complete", .flag(isComplete)),
                ("without_orders", .array(silent.map { .object($0.members) })),
            ])
    }
}

extension ClosedRange<BusinessDay> {
    fileprivate var length: Int { upperBound.number - lowerBound.number + 1 }

    fileprivate var members: [(name: String, value: JSONTree)] {
        [("from", .text(lowerBound.description)), ("to", .text(upperBound.description))]
    }
}
