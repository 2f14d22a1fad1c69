/// A column of a template.
struct TemplateColumn: Sendable {
    /// Its name in the header, by which it is found whatever its place is.
    let header: String
    let kind: Kind
    let isRequired: Bool
    let explanation: String
    /// What might stand in it in two rows that belong together; they are shown on the sheet of explanations alone.
    let examples: [String]

    /// What is filled in.
    enum Kind: Sendable {
        case text
        /// An id or a number of an order: digits that Excel must not touch.
        case id
        /// How many, with decimals where there are any.
        case quantity
        /// A whole number.
        case count
        /// Yuan.
        case amount
        case day
        /// A day and a time of day in Beijing.
        case time
        /// One of a closed list.
        case word([String])
        /// Best one of these words; others are taken as well.
        case usualWord([String])
    }

    /// A column that may stay empty.
    static func optional(
        _ header: String, _ kind: Kind, _ explanation: String, _ examples: String...
    ) -> TemplateColumn {
        TemplateColumn(
            header: header, kind: kind, isRequired: false, explanation: explanation, examples: examples)
    }

    /// A column that is filled in on every row.
    static func required(
        _ header: String, _ kind: Kind, _ explanation: String, _ examples: String...
    ) -> TemplateColumn {
        TemplateColumn(
            header: header, kind: kind, isRequired: true, explanation: explanation, examples: examples)
    }
}
