import Domain
import Reports
import Service

extension RosterError {
    /// What people read, one line a problem.
    var sentences: [String] { problems.map { $0.notice.text(in: .chinese) } }
}

extension String {
    /// Whether a Chinese character or a full-width mark stands in it.
    var holdsChinese: Bool {
        unicodeScalars.contains {
            (0x2E80...0x9FFF).contains($0.value) || (0xFF00...0xFFEF).contains($0.value)
        }
    }
}
