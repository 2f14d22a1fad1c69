import YAML

/// From the bytes of a configuration to its outermost section.
enum SettingsText {
    /// `nil`, with a problem, where the file cannot be read or holds no keys and values.
    static func section(
        ofFile path: String, known: [String], problems: SettingsProblems
    ) -> SettingsSection? {
        guard let text = text(ofFile: path, problems: problems) else { return nil }
        do throws(YAMLFault) {
            if let node = try YAMLNode.read(text), node.entries != nil {
                return SettingsSection(node, place: "", known: known, problems: problems)
            }
            problems.add(1, "文件里没有“键: 值”，请至少写 store 和 roster，或运行 daihuo init 得到带说明的文件")
        } catch {
            problems.add(error.line, error.text)
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
            problems.add(wrong + 1, "不是 UTF-8 编码，请用 UTF-8 编码另存这个文件")
        } catch .missing {
            problems.add(nil, "找不到配置文件，请先运行 daihuo init 生成一份，或用 --config 指明它在哪里")
        } catch {
            problems.add(nil, "配置文件\(error.text)，请检查 --config 指的文件")
        }
        return nil
    }
}
