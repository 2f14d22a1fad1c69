import Testing

/// A language in which daihuo is asked and answers.
enum SpokenLanguage: String, CaseIterable, CustomTestStringConvertible {
    case chinese = "zh"
    case english = "en"

    var testDescription: String { rawValue }

    /// What the test expects to be told in this language.
    func text(_ chinese: String, _ english: String) -> String {
        self == .chinese ? chinese : english
    }
}
