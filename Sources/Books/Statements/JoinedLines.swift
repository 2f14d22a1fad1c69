import Domain

/// The lines of statements of one kind of source, joined by their number: the one place where rows of an order meet.
///
/// Lines are added by the newest statement first; a later one gives what the ones before it left unsaid.
struct JoinedLines {
    private var lines: [(line: OrderLine, unstated: OrderFields)] = []

    /// The lines together.
    ///
    /// The line of an order without lines stands only until its items are known.
    var joined: [OrderLine] {
        let hasItems = lines.contains { $0.line.lineID != OrderLine.wholeOrderID }
        return lines.map(\.line).filter { !hasItems || $0.lineID != OrderLine.wholeOrderID }
    }

    /// Adds the lines of an older statement; `areAll` where a newer one has stated all lines that there are.
    mutating func add(_ older: [OrderLine], unstated: OrderFields, areAll: Bool) {
        for line in older {
            guard let place = lines.firstIndex(where: { $0.line.lineID == line.lineID }) else {
                if !areAll { lines.append((line, unstated)) }
                continue
            }
            lines[place].line.complete(from: line, in: lines[place].unstated.subtracting(unstated))
            lines[place].unstated.formIntersection(unstated)
        }
    }
}
