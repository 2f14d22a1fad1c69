import Domain
import Store

/// Answers that come from the stories of orders and the journal, as `explain` tells them.
extension DocumentedAnswer {
    /// What was booked on the sell leg on the batch's day, where no other batch is of that day.
    @Sendable static func bookedAlone(_ books: RandomBooks, _ world: QuestionWorld) async throws
        -> [[String]]?
    {
        let day = "date(booked_at_ms / 1000, 'unixepoch', '+8 hours')"
        let days = try await books.ask(
            """
            SELECT \(day), count(*) FROM v_batch GROUP BY 1 HAVING count(*) = 1 AND max(batch) = \(world.batch)
            """, columns: 1)
        guard let day = days.first.flatMap({ BusinessDay($0[0]) }) else { return nil }
        let report = try await books.books.report(ReportScope(from: day, to: day, dated: .booked))
        return report.rows.map { row in
            [row.key] + texts(row.sums.lines, row.sums.paidFen, row.sums.refundedFen, row.sums.grams)
        }.sorted { $0[0] < $1[0] }
    }

    /// Account, kind of source, file, hash and instant of the statement that each order goes by.
    @Sendable static func origins(_ books: RandomBooks, _ world: QuestionWorld) async throws -> [[String]]? {
        try await stories(books, world).compactMap { story in
            guard let standing = story.stored.state.standing,
                let page = story.readings.first(where: { $0.statement.origin == standing.origin })
            else { return nil }
            return [
                page.source, standing.kind.key, page.page?.file ?? "", page.page?.hash ?? "",
                "\(page.page?.fetchedAt.milliseconds ?? 0)",
            ]
        }
    }

    /// Leg, party, share and roster of each credit.
    @Sendable static func credits(_ books: RandomBooks, _ world: QuestionWorld) async throws -> [[String]]? {
        try await stories(books, world).flatMap { story in
            (story.stored.state.standing?.credits ?? []).compactMap { credit in
                credit.partyID.map { partyID in
                    [credit.leg.key, partyID]
                        + texts(credit.share.amount, story.stored.state.standing?.roster ?? 0)
                }
            }
        }.sorted { "\($0)" < "\($1)" }
    }

    /// Source, feed and the ends of each span, in Beijing time.
    static func spans(_ books: RandomBooks) async throws -> [[String]] {
        var spans: [[String]] = []
        for source in try await books.ask("SELECT source FROM v_source ORDER BY source", columns: 1) {
            for span in try await books.books.store.memory(source: source[0], feed: "orders").spans {
                spans.append([source[0], "orders", "\(span.from)", "\(span.to)"])
            }
        }
        return spans
    }

    /// In the order in which they were stored.
    private static func stories(_ books: RandomBooks, _ world: QuestionWorld) async throws -> [OrderStory] {
        try await books.books.store.stories(orderID: world.order).sorted {
            ($0.stored.number ?? 0) < ($1.stored.number ?? 0)
        }
    }
}
