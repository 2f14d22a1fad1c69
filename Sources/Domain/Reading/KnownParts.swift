/// Tells part by part, in the order of time, what is known of it: each span is looked at while it lasts, and no longer.
struct KnownParts {
    private let reach: Instant?
    private var unread: Passing<UnreadWindow>
    private var spans: Passing<ReadSpan>
    private var proofs: Passing<ProvedWindow>
    private var files: Passing<ReadSpan>
    private var late: Passing<ReadSpan>

    /// `files` and `late` are whole days and whole hours, in any order.
    init(of memory: FeedMemory, reach: Instant?, files: [ReadSpan], late: [ReadSpan]) {
        self.reach = reach
        unread = Passing(memory.unread) { $0.span }
        spans = Passing(memory.spans) { $0 }
        proofs = Passing(memory.proofs) { $0.span }
        self.files = Passing(files) { $0 }
        self.late = Passing(late) { $0 }
    }

    /// What is known of a part that no end of a span lies in; it begins no earlier than those that were asked before.
    mutating func stretch(_ part: ReadSpan) -> FeedMap.Stretch {
        let (wanted, isRead) = (unread.covering(part), !spans.covering(part).isEmpty)
        let (proofs, isLate) = (proofs.covering(part), !late.covering(part).isEmpty)
        let isImported = !files.covering(part).isEmpty
        // What could not be looked at again is no longer known, although it was read once.
        if let failed = wanted.first(where: { $0.cause == .failed }) ?? wanted.first {
            return .init(
                span: part, state: failed.cause == .failed ? .failed : .left, reason: failed.reason,
                wasRead: isRead)
        }
        if isRead {
            let newest = proofs.filter(\.isMappedNow).max { $0.askedAt < $1.askedAt }
            return .init(span: part, state: isLate ? .changed : newest?.rows == 0 ? .empty : .read)
        }
        if let reach, part.to <= reach {
            return .init(span: part, state: isImported ? .imported : .outOfReach)
        }
        let isReadOtherwise = proofs.contains { !$0.isMappedNow }
        return .init(span: part, state: isReadOtherwise ? .readOtherwise : .neverAsked)
    }
}

/// What covers a part of time, asked part by part in the order of time.
private struct Passing<Element> {
    /// By their first instants; those of one instant as they were given.
    private let all: [(span: ReadSpan, element: Element)]
    private var next = 0
    private var now: [(span: ReadSpan, element: Element)] = []

    init(_ elements: [Element], span: (Element) -> ReadSpan) {
        all = elements.map { (span($0), $0) }.sorted { $0.0.from < $1.0.from }
    }

    mutating func covering(_ part: ReadSpan) -> [Element] {
        while next < all.count, all[next].span.from <= part.from {
            now.append(all[next])
            next += 1
        }
        now.removeAll { $0.span.to < part.to }
        return now.map(\.element)
    }
}
