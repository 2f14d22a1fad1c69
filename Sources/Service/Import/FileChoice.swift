import Domain
import Tabular

/// Which table of a file is meant, where it holds several, and how a file with a password is opened.
package struct FileChoice: Sendable {
    /// The name of a sheet, of a file in an archive, or of both as a refusal lists them; `nil`: the only table that fits.
    package var table: String?
    /// Asked once a file turns out to need one; `nil` where nobody knows it.
    package var password: (@Sendable () -> String?)?

    /// No choice: each file holds one table without a password.
    package init(table: String? = nil, password: (@Sendable () -> String?)? = nil) {
        self.table = table
        self.password = password
    }

    /// The password that `env:NAME` or `file:PATH` holds; the path starts in the present folder.
    ///
    /// Throws where it is neither, or holds no single line: on a command line everybody could read it.
    package static func password(
        _ text: String, environment: [String: String]
    ) throws(ServiceError) -> String {
        let name = Notice.verbatim("--password")
        let secret: Secret
        do throws(Secret.Fault) {
            secret = try Secret(
                text, literalAllowed: false,
                folder: SettingsFolder(ofFile: "", home: environment["HOME"]),
                place: SecretPlace(name: name, file: "", line: 0))
        } catch {
            throw ServiceError(
                .usage, [error == .literal ? Notice("import.password_literal") : error.notice(of: name)])
        }
        do throws(SettingsError) {
            return try secret.read(environment: environment)
        } catch {
            throw ServiceError(.usage, error.problems.map(\.what))
        }
    }

    /// What is looked for in a file: a name may be a sheet's or that of a file in an archive.
    func tables(in path: String) throws(TabularError) -> TableChoice {
        var choice = TableChoice(password: password)
        guard let table else { return choice }
        let all: [TableListing]
        do throws(TabularError) {
            all = try TableFile.tables(in: path, choice)
        } catch {
            // Of so many files nobody looks for a sheet.
            guard error.what.code == "table.many_members" else { throw error }
            choice.member = table
            return choice
        }
        let named = all.filter { listing in
            [listing.sheet, listing.member, listing.name].contains(table)
        }
        // What is not there is refused by its name, with what is.
        guard let first = named.first else {
            if all.contains(where: { $0.sheet != nil }) {
                choice.sheet = table
            } else {
                choice.member = table
            }
            return choice
        }
        if named.allSatisfy({ $0.member == first.member }) { choice.member = first.member }
        if named.allSatisfy({ $0.sheet == first.sheet }) { choice.sheet = first.sheet }
        return choice
    }
}

extension TableListing {
    /// As a refusal lists it.
    fileprivate var name: String { [member, sheet].compactMap(\.self).joined(separator: " › ") }
}
