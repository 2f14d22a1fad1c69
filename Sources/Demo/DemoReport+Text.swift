import Domain
package import Reports
import Simulator

extension DemoReport {
    /// What each round imported, read, credited and booked.
    package func course(in language: Language) -> [String] {
        naming {
            rounds.enumerated().map { number, round in
                Notice("demo.round", number + 1).text(in: language) + "\n" + round.inbox.text(in: language)
                    + round.run.text(in: language)
            }
        }
    }

    /// The figures of the article beside those of the reports, each with the command that asks for it.
    package func table(in language: Language) -> String {
        func column(_ title: Notice, _ alignment: TextTable.Alignment = .left) -> TextTable.Column {
            TextTable.Column(title.text(in: language), alignment)
        }
        var table = TextTable(columns: [
            column(Notice("demo.column_figure")), column(Notice("demo.column_article"), .right),
            column(Notice("demo.column_grams"), .right), column(Notice("demo.column_net"), .right),
            column(Notice("demo.column_holds")), column(Notice("demo.column_command")),
        ])
        for row in comparisons {
            let expected = Notice("demo.should_be", row.figure.grams.grouped, row.figure.netFen.grouped)
            table.add([
                row.figure.title.text(in: language), row.figure.articleText.text(in: language),
                row.grams.grouped, row.netFen.grouped, row.holds ? "✓" : expected.text(in: language),
                row.figure.reportArguments.joined(separator: " "),
            ])
        }
        return table.text()
    }

    /// Whether all holds and, if so, where to go on from here; one sentence a line.
    package func verdict(in language: Language) -> String {
        let stays = Notice("demo.stays", folder, "\(folder)-live".shellWord)
        let sentences = holds ? [Notice("demo.all_hold"), stays] : [Notice("demo.some_differ")]
        return naming { sentences.map { $0.text(in: language) }.joined(separator: "\n") }
    }

    /// Texts whose commands name the demo's own configuration.
    private func naming<Text>(_ text: () -> Text) -> Text {
        Invocation.$config.withValue("\(folder)/daihuo.yaml", operation: text)
    }
}
