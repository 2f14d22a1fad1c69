/// The language of what people read; JSON is the same in both.
package enum Language: String, CaseIterable, Sendable {
    case chinese = "zh"
    case english = "en"

    /// The text in this language.
    package func text(_ chinese: String, _ english: String) -> String {
        self == .chinese ? chinese : english
    }
}
