import Domain
import Glibc

/// A name as a key of a table in memory: compared and hashed by its bytes, as the database compares it.
///
/// A String's own hash follows Unicode's equivalence, which costs more than the look-up.
struct NameBytes: Hashable, Sendable {
    private let name: String

    init(_ name: String) {
        self.name = name
    }

    static func == (left: NameBytes, right: NameBytes) -> Bool {
        left.name.withBytes { left in
            right.name.withBytes { right in
                guard left.count == right.count, let one = left.baseAddress, let other = right.baseAddress
                else { return left.isEmpty && right.isEmpty }
                return memcmp(one, other, left.count) == 0
            }
        }
    }

    func hash(into hasher: inout Hasher) {
        var hash = StableHash()
        hash.combine(name)
        hasher.combine(hash.value)
    }
}
