import Synchronization

/// Which columns of a file somebody has looked up: of all others nothing is read.
final class ColumnUse: Sendable {
    private let positions = Mutex<Set<Int>>([])

    func add(_ found: [Int]) { positions.withLock { $0.formUnion(found) } }

    var inOrder: [Int] { positions.withLock { $0.sorted() } }
}
