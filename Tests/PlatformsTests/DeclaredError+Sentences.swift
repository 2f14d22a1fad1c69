import Domain
import Platforms
import Reports

extension DeclaredError {
    /// What people read, one line a problem: `platforms/zz.yaml:12: …`.
    var sentences: String {
        problems.map { "\($0.file):\($0.line): \($0.what.text(in: .chinese))" }.joined(separator: "\n")
    }
}
