import Attribution
import Domain
import Foundation
package import Reports
import Tabular

/// What is wrong with a roster before it is in force: a folder, a workbook of several tables, or one table.
package struct RosterCheck {
    private let path: String

    /// A check of what lies at a path.
    package init(path: String) { self.path = path }

    /// Looks at all of it; what is wrong is a finding, not an error.
    package func run() -> CheckReport {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
            return CheckReport(findings: ofFolder)
        }
        do throws(TabularError) {
            return CheckReport(findings: ofTables(try tables()))
        } catch {
            return CheckReport(findings: [finding(.error, RosterProblem(error))])
        }
    }

    private var ofFolder: [CheckReport.Finding] {
        do {
            let files = try RosterFiles.load(folder: path)
            return [usable(files.roster.parties.count)] + findings([], files.warnings, files.unused)
                + doubts(files.roster.facts)
        } catch {
            return findings(error.problems, error.warnings, [])
        }
    }

    private func ofTables(_ tables: [String: RosterPlace]) -> [CheckReport.Finding] {
        let names = tables.keys.sorted()
        var reading = RosterReading(
            RosterFolder(path: URL(filePath: path).deletingLastPathComponent().path, tables: tables))
        let parties = tables[RosterForm.parties.name] == nil ? nil : reading.parties()
        let facts = RosterFacts(
            parties: parties ?? [], tenures: reading.tenures(), identities: reading.identities(),
            campaigns: reading.campaigns(), sessions: reading.sessions(),
            catalogue: catalogue(reading, tables))
        reading.checkSuppliers()
        reading.checkTargets()
        let problems = reading.problems
        let recognised = CheckReport.Finding(
            .ok, place: .verbatim(path), what: Notice("roster.recognised", names), names: names)
        let found = findings(problems.problems, problems.warnings, problems.unused)
        // Of a part of the roster nobody knows what the rest says.
        let isWhole = [RosterForm.parties, .tenures, .identities].allSatisfy { tables[$0.name] != nil }
        return [recognised] + found + (isWhole && problems.problems.isEmpty ? doubts(facts) : [])
    }

    private func catalogue(_ reading: RosterReading, _ tables: [String: RosterPlace]) -> [CatalogueItem] {
        tables[RosterForm.catalogue.name].map { reading.catalogue($0) } ?? []
    }

    /// The tables of a file: its sheets by their names, else the one by the file's name, else by its header.
    private func tables() throws(TabularError) -> [String: RosterPlace] {
        let listings = try TableFile.tables(in: path)
        var tables: [String: RosterPlace] = [:]
        for form in RosterForm.all {
            let sheets = listings.compactMap(\.sheet).filter(form.isNamed)
            if sheets.count > 1 { throw several(sheets) }
            if let sheet = sheets.first { tables[form.name] = RosterPlace(path: path, sheet: sheet) }
        }
        if !tables.isEmpty { return tables }
        return [try onlyForm().name: RosterPlace(path: path)]
    }

    /// Which table a file is, by all columns of its header, by its name, or by most of its columns.
    private func onlyForm() throws(TabularError) -> RosterForm {
        let found = RosterForm.all.compactMap { form in
            (try? form.open(RosterPlace(path: path))).map { (form, $0.columns) }
        }
        let whole = found.filter { $0.isWhole($1) }.map(\.0)
        guard whole.count <= 1 else {
            throw TabularError(
                file: path, what: Notice("roster.sheets_unnamed", whole.map(\.name)),
                remedy: Notice("roster.name_sheets", whole.map { $0.chineseNames[0] }))
        }
        let name = URL(filePath: path).deletingPathExtension().lastPathComponent
        let nearest = found.max { $0.0.columnsCount(in: $0.1) < $1.0.columnsCount(in: $1.1) }
        let resembled = nearest.flatMap { $0.isResembled(by: $1) ? $0 : nil }
        if let form = whole.first ?? RosterForm.all.first(where: { $0.isNamed(name) }) ?? resembled {
            return form
        }
        throw TabularError(
            file: path, what: Notice("roster.not_recognised"),
            remedy: Notice("roster.write_header_of_one", RosterForm.all.map(\.header)))
    }

    private func several(_ sheets: [String]) -> TabularError {
        TabularError(
            file: RosterPlace(path: path, sheet: sheets[0]).pathAndSheet,
            what: Notice("roster.table_in_several", Array(sheets.dropFirst())),
            remedy: Notice("roster.keep_one_table"))
    }

    /// What needs no settings to be told: which platforms there are is theirs.
    private func doubts(_ facts: RosterFacts) -> [CheckReport.Finding] {
        RosterDoubts(facts, platforms: Set(facts.identities.map(\.platform)).sorted()).all.map {
            $0.finding(paidFen: nil)
        }
    }

    private func usable(_ count: Int) -> CheckReport.Finding {
        .init(.ok, place: .verbatim(path), what: Notice("check.roster_usable", count))
    }

    private func findings(
        _ errors: [RosterProblem], _ warnings: [RosterProblem], _ unused: [RosterProblem]
    ) -> [CheckReport.Finding] {
        errors.map { finding(.error, $0) } + warnings.map { finding(.warning, $0) }
            + unused.map { finding(.note, $0) }
    }

    private func finding(_ severity: CheckReport.Severity, _ problem: RosterProblem) -> CheckReport.Finding {
        .init(severity, place: nil, what: problem.notice)
    }
}
