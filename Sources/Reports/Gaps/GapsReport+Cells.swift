package import Domain

extension GapsReport {
    /// What is known of accounts, cut into days or hours.
    package init(of accounts: [AccountReading], _ scope: Scope, asOf: Instant) {
        self.init(
            scope: scope,
            feeds: accounts.flatMap { account in account.feeds.map { Feed($0, of: account, scope) } },
            asOf: asOf)
    }

    /// The most days that are listed hour by hour: a picture of more could not be looked at.
    package static let daysByHourMax = 31

    /// How many days are asked for, of the account that was asked for longest.
    package var days: Int {
        let numbers = feeds.flatMap { $0.cells.map(\.span.from.day.number) }
        guard let first = numbers.min(), let last = numbers.max() else { return 0 }
        return last - first + 1
    }
}

extension GapsReport.Feed {
    fileprivate init(_ feed: AccountReading.Feed, of account: AccountReading, _ scope: GapsReport.Scope) {
        let whole = scope.span(of: feed.map)
        let proofs = feed.proofs.filter { proof in whole.map { proof.span.overlap($0) != nil } ?? false }
        let stretches = feed.map.stretches(in: whole, proofs)
        self.init(
            account: account.id, platform: account.platform, name: feed.name, since: account.since,
            readTo: feed.map.readTo,
            cells: scope.cells(of: whole).map { .init($0, stretches, proofs, readTo: feed.map.readTo) },
            stretches: stretches, proofs: proofs, instead: feed.instead)
    }
}

extension GapsReport.Scope {
    /// What of a map is asked for; `nil` where nothing is.
    fileprivate func span(of map: FeedMap) -> ReadSpan? {
        guard let first = map.stretches.first, let last = map.stretches.last else { return nil }
        let asked = ReadSpan(
            from: from?.start ?? first.span.from, to: to?.advanced(by: 1).start ?? last.span.to)
        return asked.overlap(ReadSpan(from: first.span.from, to: last.span.to))
    }

    /// The days or hours that a span has a part in, as far as they lie in it.
    fileprivate func cells(of whole: ReadSpan?) -> [ReadSpan] {
        guard let whole else { return [] }
        // Hours of Beijing begin where those of its days do.
        let starts = sequence(first: whole.from.day.start) { $0.advanced(byMilliseconds: step.milliseconds) }
        return starts.prefix { $0 < whole.to }.compactMap { start in
            ReadSpan(from: start, to: start.advanced(byMilliseconds: step.milliseconds)).overlap(whole)
        }
    }
}

extension FeedMap {
    /// What is known within a span.
    fileprivate func stretches(in whole: ReadSpan?, _ proofs: [ProvedWindow]) -> [GapsReport.Part] {
        guard let whole else { return [] }
        return stretches.compactMap { stretch in
            stretch.span.overlap(whole).map { span in
                let known = GapsReport.Known(state: stretch.state, reason: stretch.reason)
                return GapsReport.Part(
                    span: span, known: known, proof: .init(proofs, of: span, upTo: readTo, known))
            }
        }
    }
}

extension GapsReport.Part {
    /// A cell: the worst that the stretches know of a span.
    fileprivate init(
        _ span: ReadSpan, _ stretches: [GapsReport.Part], _ proofs: [ProvedWindow], readTo: Instant?
    ) {
        let within = stretches.filter { $0.span.overlap(span) != nil }.map(\.known)
        let known = within.max { $0.state < $1.state } ?? .init(state: .neverAsked, reason: nil)
        self.init(span: span, known: known, proof: .init(proofs, of: span, upTo: readTo, known))
    }
}

extension GapsReport.SpanProof {
    /// What windows say of the part of a span that may have been read; `nil` where none has a part in it.
    fileprivate init?(
        _ windows: [ProvedWindow], of span: ReadSpan, upTo readTo: Instant?, _ known: GapsReport.Known
    ) {
        let proofs = windows.filter { $0.span.overlap(span) != nil }
        let part = readTo.flatMap { span.overlap(ReadSpan(from: span.from, to: $0)) }
        guard let times = proofs.map(\.times).min(), let askedAt = proofs.map(\.askedAt).min() else {
            return nil
        }
        let isWhole =
            part.map { part in
                !known.state.isGap && proofs.allSatisfy(\.isMappedNow)
                    && proofs.map(\.span).joined().gaps(in: part).isEmpty
                    && proofs.allSatisfy { part.from <= $0.span.from && $0.span.to <= part.to }
                    // What two windows share would be counted twice.
                    && zip(proofs, proofs.dropFirst()).allSatisfy { $0.span.to <= $1.span.from }
            } ?? false
        let totals = proofs.compactMap(\.total)
        // Of nothing every part is nothing.
        let isEmpty = known.state == .empty
        self.init(
            rows: isEmpty ? 0 : isWhole ? proofs.reduce(0) { $0 + $1.rows } : nil,
            total: (isWhole || isEmpty) && totals.count == proofs.count
                ? (isEmpty ? 0 : totals.reduce(0, +)) : nil,
            times: times, askedAt: askedAt)
    }
}
