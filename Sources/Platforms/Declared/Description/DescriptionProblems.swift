internal import Domain
internal import YAML

/// Gathers what is wrong in a description while it is read.
///
/// Whoever reads goes on with a stand-in: nothing that was read is used once there is a problem.
final class DescriptionProblems {
    private let file: String
    private var list: [DeclaredError.Problem] = []
    /// The keys on the way to every value that was described so far, from the record on.
    private(set) var ways: [[String]] = []
    /// As `ways`, for what is kept of organisations only.
    private(set) var waysOfOrganisation: [[String]] = []
    /// As `ways`, for what is read and kept in no parked record: the seller's words.
    private(set) var waysOfRemarks: [[String]] = []

    init(file: String) {
        self.file = file
    }

    func add(_ line: Int, _ what: Notice) {
        list.append(DeclaredError.Problem(file: file, line: line, what: what))
    }

    /// Notes a path of a record, or of the elements of the array at `prefix`.
    func note(_ path: ValuePath, below prefix: [String], keeping: PathKeeping) {
        let way = (path.startsAtOrder ? [] : prefix) + path.names
        switch keeping {
        case .always: ways.append(way)
        case .ofOrganisations: waysOfOrganisation.append(way)
        case .never: waysOfRemarks.append(way)
        }
    }

    /// Forgets the paths of another feed.
    func forgetWays() {
        ways = []
        waysOfOrganisation = []
        waysOfRemarks = []
    }

    /// Throws what was gathered, if anything.
    func settle() throws(DeclaredError) {
        guard list.isEmpty else { throw DeclaredError(problems: list.sorted { $0.line < $1.line }) }
    }

    /// The root of the text; `nil`, with a problem, where it is no YAML mapping.
    func root(of yaml: String) -> DescriptionSection? {
        do throws(YAMLFault) {
            if let node = try YAMLNode.read(yaml), node.entries != nil {
                return DescriptionSection(node, place: "", problems: self)
            }
            add(1, Notice("declared.no_description"))
        } catch {
            add(error.line ?? 1, error.what)
        }
        return nil
    }
}
