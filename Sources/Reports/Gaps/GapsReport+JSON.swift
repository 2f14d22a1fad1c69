import Domain

extension GapsReport {
    /// All stretches, cells and proofs for programs; what is not known is `null`, and only reasons are of a language.
    package func json(in language: Language) -> String {
        var accounts: [(id: String, feeds: [Feed])] = []
        for feed in feeds {
            if accounts.last?.id == feed.account {
                accounts[accounts.count - 1].feeds.append(feed)
            } else {
                accounts.append((feed.account, [feed]))
            }
        }
        return JSONTree.object([
            ("report", .text("gaps")), ("as_of", .text(asOf.iso)),
            ("from", .optional(scope.from?.description)), ("to", .optional(scope.to?.description)),
            ("by", .text(scope.step.rawValue)),
            ("accounts", .array(accounts.map { tree($0.id, $0.feeds, language) })),
        ]).description
    }

    private func tree(_ id: String, _ feeds: [Feed], _ language: Language) -> JSONTree {
        .object([
            ("id", .text(id)), ("platform", .text(feeds.first?.platform ?? "")),
            ("read_to", .optional(feeds.map(\.readTo).earliest?.iso)),
            ("feeds", .array(feeds.map { $0.tree(language) })),
        ])
    }
}

extension GapsReport.Feed {
    fileprivate func tree(_ language: Language) -> JSONTree {
        .object([
            ("feed", .text(name)), ("since", .text(since.description)), ("read_to", .optional(readTo?.iso)),
            (
                "counts",
                .object(GapsReport.Count.allCases.map { ($0.rawValue, .integer(Int64($0.of(self)))) })
            ),
            ("stretches", .array(stretches.map { tree($0, language) })),
            ("cells", .array(cells.map { .object($0.members(language)) })),
            ("proofs", .array(proofs.map(\.tree))),
        ])
    }

    private func tree(_ stretch: GapsReport.Part, _ language: Language) -> JSONTree {
        .object(
            stretch.members(language) + [
                ("next", .optional(stretch.known.state.isGap ? next(stretch).text(in: language) : nil))
            ])
    }
}

extension GapsReport.Known {
    fileprivate func members(_ language: Language) -> [(name: String, value: JSONTree)] {
        let why = why(in: language)
        return [
            ("state", .text(state.snakeKey)), ("is_gap", .flag(state.isGap)),
            ("reason", .optional(why.isEmpty ? nil : why)),
        ]
    }
}

extension GapsReport.Part {
    fileprivate func members(_ language: Language) -> [(name: String, value: JSONTree)] {
        span.members + known.members(language) + [
            ("rows", .optional(proof?.rows)), ("total", .optional(proof?.total)),
            ("times", .optional(proof?.times)), ("asked_at", .optional(proof?.askedAt.iso)),
        ]
    }
}

extension ProvedWindow {
    fileprivate var tree: JSONTree {
        .object(
            span.members + [
                ("rows", .integer(rows)), ("total", .optional(total)), ("times", .integer(times)),
                ("asked_at", .text(askedAt.iso)), ("server_at", .optional(serverAt?.iso)),
                ("is_mapped_now", .flag(isMappedNow)),
            ])
    }
}

extension ReadSpan {
    fileprivate var members: [(name: String, value: JSONTree)] {
        [("from", .text(from.iso)), ("to", .text(to.iso))]
    }
}
