import Domain
import YAML

/// From the bytes of a configuration to its outermost section.
enum SettingsText {
    /// `nil`, with a problem, where the file cannot be read or holds no keys and values.
    ///
    /// `given`: its text, where it is not the one that the file holds.
    static func section(
        ofFile path: String, given: String? = nil, known: [String], problems: SettingsProblems
    ) -> SettingsSection? {
        guard let text = given ?? text(ofFile: path, problems: problems) else { return nil }
        do throws(YAMLFault) {
            if let node = try YAMLNode.read(text), node.entries != nil {
                return SettingsSection(node, place: nil, known: known, problems: problems)
            }
            problems.add(1, Notice("settings.no_keys"))
        } catch {
            problems.add(error.line, error.what)
        }
        return nil
    }

    private static func text(ofFile path: String, problems: SettingsProblems) -> String? {
        do throws(SmallFile.Failure) {
            var bytes = try SmallFile(path: path).bytes[...]
            if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
            if let text = String(validating: bytes, as: UTF8.self) { return text }
            let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            let wrong = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
            problems.add(wrong + 1, Notice("settings.wrong_encoding"))
        } catch .missing {
            problems.add(nil, Notice("settings.missing"))
        } catch {
            problems.add(nil, Notice("settings.unreadable", error.notice))
        }
        return nil
    }
}
