/// What several rows about the same thing say of one field.
enum Stated<Value: Equatable & Sendable>: Sendable {
    case nothing
    case value(Value)
    /// They contradict each other, so that nobody knows.
    case contradiction

    /// Adds what one more row says of the same thing; `nil` says nothing.
    mutating func add(_ other: Value?) {
        guard let other else { return }
        switch self {
        case .nothing: self = .value(other)
        case .value(let own) where own != other: self = .contradiction
        case .value, .contradiction: break
        }
    }

    /// Takes a less specific statement where there is none yet.
    mutating func fill(from other: Stated) {
        if case .nothing = self { self = other }
    }

    /// The value, where there is one.
    var agreed: Value? {
        if case .value(let value) = self { value } else { nil }
    }
}
