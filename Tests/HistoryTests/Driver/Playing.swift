import Domain

/// What books said to a question of a history.
struct Told {
    /// The place of the question in the history.
    let step: Int
    /// The report that was asked for; `nil`: freight.
    let scope: ReportScope?
    let answer: Answer
    let freightFen: Int64?
}

/// The first answer in which two books tell a history differently.
struct Disagreement: CustomStringConvertible {
    let one: Told
    let other: Told

    var description: String {
        let (parts, otherParts) = (one.parts(unlike: other), other.parts(unlike: one))
        let question = one.scope.map { "\($0)" } ?? "freight"
        return "step \(one.step): \(question)\n one:   \(parts)\n other: \(otherParts)"
    }
}

extension History {
    /// Plays the history to books: the answers to its questions, then the freight of every order.
    func answers(of books: some Product) async throws -> [Told] {
        var books = books
        var told: [Told] = []
        for (place, step) in steps.enumerated() {
            switch step {
            case .replaceRoster(let facts): try await books.replaceRoster(by: facts)
            case .land(let page, let isStale): try await books.land(page, isStale: isStale)
            case .importRows(let file): try await books.importRows(file)
            case .attribute: try await books.attribute()
            case .post(let bookedAt): try await books.post(bookedAt: bookedAt)
            case .disturb(let disturbance): try await books.disturb(by: disturbance)
            case .ask(let scope):
                let answer = try await books.report(scope)
                told.append(Told(step: place, scope: scope, answer: answer, freightFen: nil))
            }
        }
        for order in orders {
            let fen = try await books.freightFen(
                channel: order.channel, shopID: order.shopID, orderID: order.orderID)
            told.append(Told(step: steps.count, scope: nil, answer: Answer(), freightFen: fen))
        }
        return told
    }

    /// Where the two books tell the history differently.
    func disagreement(between one: some Product, and other: some Product) async throws -> Disagreement? {
        let (told, otherTold) = (try await answers(of: one), try await answers(of: other))
        for (one, other) in zip(told, otherTold) {
            if one.answer != other.answer || one.freightFen != other.freightFen {
                return Disagreement(one: one, other: other)
            }
        }
        return nil
    }

    /// The history without every step that the failure can do without.
    ///
    /// `attribute` stays: it must follow whatever was decided by another roster.
    func shrunk(while fails: (History) async throws -> Bool) async throws -> History {
        var history = self
        for place in steps.indices.reversed() {
            if case .attribute = steps[place] { continue }
            var shorter = history
            shorter.steps.remove(at: place)
            if try await fails(shorter) { history = shorter }
        }
        return history
    }

    /// One version of every order that was read.
    private var orders: [Order] {
        var orders: [Order] = []
        for step in steps {
            let read: [Order] =
                switch step {
                case .land(let page, _): page.orders
                case .importRows(let file): file.rows
                default: []
                }
            for order in read where !orders.contains(where: { $0.orderID == order.orderID }) {
                orders.append(order)
            }
        }
        return orders
    }
}

extension Told {
    /// The parts in which the answer differs from the other one.
    fileprivate func parts(unlike other: Told) -> String {
        if freightFen != other.freightFen { return freightFen.map { "\($0) fen" } ?? "none" }
        var parts: [String] = []
        if answer.rows != other.answer.rows { parts.append("rows") }
        parts += answer.rows.filter { !other.answer.rows.contains($0) }.map { "  \($0.key): \($0.sums)" }
        if answer.unassigned != other.answer.unassigned { parts.append("unassigned \(answer.unassigned)") }
        if answer.totals != other.answer.totals { parts.append("totals \(answer.totals)") }
        if answer.reasons != other.answer.reasons { parts.append("reasons \(answer.reasons)") }
        if answer.notSales != other.answer.notSales { parts.append("not sales \(answer.notSales)") }
        if answer.proof != other.answer.proof { parts.append("\(answer.proof)") }
        return parts.joined(separator: "\n        ")
    }
}
