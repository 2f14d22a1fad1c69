internal import Yams

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

    init(file: String) {
        self.file = file
    }

    func add(_ line: Int, _ text: String) {
        list.append(DeclaredError.Problem(file: file, line: line, text: text))
    }

    /// Notes a path of a record, or of the elements of the array at `prefix`.
    func note(_ path: ValuePath, below prefix: [String], keeping: PathKeeping) {
        let way = (path.startsAtOrder ? [] : prefix) + path.names
        switch keeping {
        case .always: ways.append(way)
        case .ofOrganisations: waysOfOrganisation.append(way)
        case .never: break
        }
    }

    /// Forgets the paths of another feed.
    func forgetWays() {
        ways = []
        waysOfOrganisation = []
    }

    /// Throws what was gathered, if anything.
    func settle() throws(DeclaredError) {
        guard list.isEmpty else { throw DeclaredError(problems: list.sorted { $0.line < $1.line }) }
    }

    /// The root of the text; `nil`, with a problem, where it is no YAML mapping.
    func root(of yaml: String) -> DescriptionSection? {
        do {
            guard let node = try Yams.compose(yaml: yaml), node.mapping != nil else {
                add(1, "文件里没有平台描述，请写 name、title、channel、feeds")
                return nil
            }
            return DescriptionSection(node, place: "", problems: self)
        } catch let error as YamlError {
            add(error)
        } catch {
            add(1, "不是 YAML 文件，请检查缩进和引号")
        }
        return nil
    }

    private func add(_ error: YamlError) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            add(mark.line, "不合 YAML 语法，请检查这一行的缩进、引号和冒号（\(problem)）")
        case .duplicatedKeysInMapping(let duplicates, let context):
            add(context.mark.line, "“\(duplicates.joined(separator: "”、“"))”写了两次，请删去一个")
        default:
            add(1, "不是 UTF-8 的 YAML 文件，请检查编码")
        }
    }
}
