internal import Archive
import Domain
internal import XML

/// The parts of a workbook and how they refer to each other.
struct WorkbookPackage: Sendable {
    /// What one part refers to.
    struct Relation {
        /// `worksheet`, `styles`, `sharedStrings`; the same words in both editions of the standard.
        let kind: String
        /// Its path in the archive.
        let path: String
    }

    /// What the main part lists.
    struct Listing {
        var sheets: [(name: String, isHidden: Bool, relation: String)] = []
        var dates = SheetDate.since1900
    }

    private let source: FileSource
    private let archive: ZipArchive
    private let entries: [String: ZipArchive.Entry]

    init(_ source: FileSource, _ entries: [ZipArchive.Entry]) {
        self.source = source
        archive = ZipArchive(path: source.path)
        self.entries = Dictionary(entries.map { (Self.key(String(decoding: $0.name, as: UTF8.self)), $0) }) {
            first, _ in first
        }
    }

    /// A part by its path; letter case and the kind of slash don't matter, as some programs write others.
    func entry(_ path: String) -> ZipArchive.Entry? { entries[Self.key(path)] }

    /// Starts reading a part.
    func part(
        _ entry: ZipArchive.Entry, bytesMax: Int = ZipPart.unpackedBytesMax
    ) throws(TabularError) -> ZipPart {
        try ZipPart(entry, of: archive, file: source.name, bytesMax: bytesMax)
    }

    /// The path of the main part; nil where this is no workbook of XML.
    func main() throws(TabularError) -> String? {
        guard entry("[Content_Types].xml") != nil else { return nil }
        let relations = try relations(of: "")
        let path = relations.values.first { $0.kind == "officeDocument" }?.path ?? "xl/workbook.xml"
        return path.lowercased().hasSuffix(".xml") && path.lowercased().hasPrefix("xl/") && entry(path) != nil
            ? path : nil
    }

    /// What a part refers to, by the names that it uses for it; of the archive as a whole with an empty path.
    func relations(of path: String) throws(TabularError) -> [String: Relation] {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { String(path[...$0]) } ?? ""
        let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
        guard let entry = entry("\(folder)_rels/\(name).rels") else { return [:] }
        var relations: [String: Relation] = [:]
        try read(entry) { element, attributes in
            guard element == "Relationship", let id = attributes.text("Id"),
                let target = attributes.text("Target"),
                let type = attributes.text("Type")
            else { return }
            relations[id] = Relation(
                kind: type.split(separator: "/").last.map(String.init) ?? "",
                path: Self.resolved(target, from: folder))
        }
        return relations
    }

    /// The sheets in the order of their tabs, and the system of their dates.
    func list(_ path: String) throws(TabularError) -> Listing {
        guard let entry = entry(path) else { return Listing() }
        var listing = Listing()
        try read(entry) { element, attributes in
            switch element {
            case "workbookPr": listing.dates = attributes.isTrue("date1904") ? .since1904 : .since1900
            case "sheet":
                listing.sheets.append(
                    (
                        attributes.text("name") ?? "",
                        attributes.text("state").map { $0 != "visible" } ?? false,
                        attributes.text("id") ?? ""
                    ))
            default: break
            }
        }
        return listing
    }

    private func read(
        _ entry: ZipArchive.Entry, _ body: @escaping (XMLName, XMLAttributes) -> Void
    ) throws(TabularError) {
        let starts = ElementStarts(body)
        let part = try ZipPart(entry, of: archive, file: source.name, bytesMax: 1 << 24)
        let reader = try starts.reading(file: source.name)
        _ = try reader.advance(file: source.name) { (buffer) throws(TabularError) in try part.read(buffer) }
    }

    private static func key(_ path: String) -> String {
        path.replacing("\\", with: "/").lowercased()
    }

    /// `../media/x` and `/xl/x` are paths from a folder and from the top.
    private static func resolved(_ target: String, from folder: String) -> String {
        let isFromTop = target.hasPrefix("/")
        var steps = isFromTop ? [] : folder.split(separator: "/")
        for step in target.split(separator: "/") where step != "." {
            if step != ".." {
                steps.append(step)
            } else if !steps.isEmpty {
                steps.removeLast()
            }
        }
        return steps.joined(separator: "/")
    }
}
