import Domain
import Reports
import Service

extension ServiceError {
    /// What people read, one line each.
    var sentences: String { notices.map { $0.text(in: .chinese) }.joined(separator: "\n") }
}
