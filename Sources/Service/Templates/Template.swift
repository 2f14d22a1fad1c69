package import Domain

/// A form of ours that staff fill in: a workbook with a header, lists to choose from, and a sheet of explanations.
package struct Template: Sendable {
    /// What it is called on the command line: `sales-list`.
    package let name: String
    /// What staff call it.
    package let title: String
    /// A sentence: what it is for.
    package let purpose: Notice
    /// What is to be done with it once it is filled in.
    let use: Use
    /// What is said above the columns on the sheet of explanations.
    let notes: [String]
    /// The sheets to be filled in, the first of them in front.
    let sheets: [TemplateSheet]

    /// The file that it is written to where none is named; what daihuo looks for by its name has that name.
    package var fileName: String {
        switch use {
        case .imported: "\(name)-\(sheets[0].name).xlsx"
        case .partOfRoster, .catalogue: "\(name).xlsx"
        }
    }

    /// How what was filled in comes into daihuo.
    enum Use: Sendable {
        case imported, partOfRoster, catalogue
    }

    /// All there are, in the order in which they are listed.
    package static let all: [Template] = [
        salesList, relayList, purchaseList, matchingEvent, mediaCampaign, dailyReport, sessions, roster,
        catalogue,
    ]

    /// The name of the sheet that explains the columns; nothing is read from it.
    static let explanationSheet = "说明"
}

/// A sheet of a template: its first row is the header, and nothing is below it.
struct TemplateSheet: Sendable {
    let name: String
    let columns: [TemplateColumn]
}
