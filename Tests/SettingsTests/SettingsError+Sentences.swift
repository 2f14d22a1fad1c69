import Domain
import Reports
import Service

extension SettingsError {
    /// What people read, one line a problem.
    var sentences: String { sentences(in: .chinese) }

    /// The same in one language.
    func sentences(in language: Language) -> String {
        problems.map { $0.notice.text(in: language) }.joined(separator: "\n")
    }
}

extension String {
    /// Whether a Chinese character or a full-width mark stands in it.
    var holdsChinese: Bool {
        unicodeScalars.contains {
            (0x2E80...0x9FFF).contains($0.value) || (0xFF00...0xFFEF).contains($0.value)
        }
    }
}
