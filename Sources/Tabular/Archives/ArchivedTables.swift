internal import Archive
import Domain

/// The files in an archive that may be tables, taken out one after the other.
struct ArchivedTables {
    /// A name ends so where it may be a table.
    private static let endings = [".csv", ".txt", ".tsv", ".xls", ".xlsx", ".htm", ".html", ".xml"]
    /// An archive with more tables is opened only where one of them is chosen.
    static let membersMax = 50

    private let source: FileSource
    private let choice: TableChoice
    private let members: [(name: String, entry: ZipArchive.Entry)]

    /// The files of an archive, or the one that was chosen; throws where there is none.
    init(_ source: FileSource, _ entries: [ZipArchive.Entry], _ choice: TableChoice) throws(TabularError) {
        self.source = source
        self.choice = choice
        let named = entries.map { (name: ArchiveText.decoded($0.name), entry: $0) }
        let tables = named.filter { member in
            Self.endings.contains(where: member.name.lowercased().hasSuffix) && !Self.isByproduct(member.name)
        }
        members = choice.member.map { chosen in named.filter { $0.name == chosen } } ?? tables
        if let chosen = choice.member, members.isEmpty {
            throw TabularError(
                file: source.name, what: Notice("table.no_such_member", chosen, tables.map(\.name)),
                remedy: Notice("table.name_member"))
        }
        if members.isEmpty { throw FileKind.zip.refusal(of: source.name) }
        guard members.count <= Self.membersMax else {
            throw TabularError(
                file: source.name, what: Notice("table.many_members", members.count),
                remedy: Notice("table.name_member"))
        }
    }

    /// All tables in these files; those that can't be read are left out, unless none can.
    func contents() throws(TabularError) -> [TableContent] {
        let passwords = try passwords()
        var contents: [TableContent] = []
        var flaw: TabularError?
        // One limit for all of them: each is laid on disk for as long as it is read.
        var bytesLeft = ZipPart.unpackedBytesMax
        for member in members {
            do throws(TabularError) {
                contents += try tables(in: member.name, member.entry, passwords, &bytesLeft)
            } catch {
                flaw = flaw ?? error
            }
        }
        if contents.isEmpty, let flaw { throw flaw }
        return contents
    }

    private func tables(
        in member: String, _ entry: ZipArchive.Entry, _ passwords: [[UInt8]], _ bytesLeft: inout Int
    ) throws(TabularError) -> [TableContent] {
        let name = "\(source.name) › \(member)"
        let part = try ZipPart(
            entry, of: ZipArchive(path: source.path), file: name, passwords: passwords, bytesMax: bytesLeft)
        defer { bytesLeft = part.bytesLeft }
        let file = try ExtractedFile(part, folder: choice.scratchFolder, file: name)
        return try TableContent.all(in: FileSource(name: name, file)).map { content in
            var content = content
            content.member = member
            return content
        }
    }

    /// Asks for the password once, and only where a file needs one.
    private func passwords() throws(TabularError) -> [[UInt8]] {
        guard members.contains(where: \.entry.isEncrypted) else { return [] }
        guard let password = choice.password?(), !password.isEmpty else {
            throw TabularError(file: source.name, ZipFlaw.needsPassword)
        }
        return ArchiveText.encodings(of: password)
    }

    /// What an operating system or an open Excel leaves beside the files.
    private static func isByproduct(_ name: String) -> Bool {
        name.split(separator: "/").contains { $0 == "__MACOSX" || $0.hasPrefix(".") || $0.hasPrefix("~$") }
    }
}
