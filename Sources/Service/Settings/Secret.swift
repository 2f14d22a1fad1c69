/// Where a secret comes from; it never shows what it is.
///
/// `env:NAME` is an environment variable, `file:PATH` a file that only its owner may read, anything else the
/// secret itself, which is taken only where the account's `base_url` is this machine.
package struct Secret: Sendable {
    private enum Source: Sendable {
        case variable(String)
        case file(String)
        case literal(String)
    }

    private let source: Source
    private let place: SecretPlace

    /// Why a secret's text is not taken.
    enum Fault: Error {
        case literal, variableName, filePath, controls

        /// What follows the key's name in a sentence; never what was written.
        var text: String {
            switch self {
            case .literal: "不能直接写在文件里（只有 base_url 指向本机时可以），请改写 env:变量名 或 file:文件路径"
            case .variableName: "的 env: 后面要写环境变量名，只用英文字母、数字和 _，例如 env:PDS_DOUYIN_SECRET"
            case .filePath: "的 file: 后面要写文件路径，例如 file:secrets/pds-douyin.token"
            case .controls: "里有换行或控制字符，请只写一行文字"
            }
        }
    }

    init(_ text: String, literalAllowed: Bool, folder: SettingsFolder, place: SecretPlace) throws(Fault) {
        self.place = place
        guard !text.hasControls else { throw .controls }
        if text.hasPrefix("env:") {
            let name = text.dropFirst("env:".count)
            guard Self.isVariableName(name) else { throw .variableName }
            source = .variable(String(name))
        } else if text.hasPrefix("file:") {
            let path = text.dropFirst("file:".count)
            guard !path.isEmpty, path.last != "/" else { throw .filePath }
            source = .file(folder.resolve(String(path)))
        } else {
            guard literalAllowed else { throw .literal }
            source = .literal(text)
        }
    }

    /// The secret as it is at this moment: a file or variable is read anew each time.
    ///
    /// Line breaks at a file's end are left out. Throws, naming the variable or file, where there is none,
    /// where others may read the file, or where it holds more than one line.
    package func read(environment: [String: String]) throws(SettingsError) -> String {
        switch source {
        case .literal(let text):
            return text
        case .variable(let name):
            guard let text = environment[name], !text.isEmpty else {
                throw place.error("要用的环境变量 \(name) 没有设置，请先设置再运行")
            }
            guard !text.hasControls else {
                throw place.error("要用的环境变量 \(name) 里有换行或控制字符，请只保留一行文字")
            }
            return text
        case .file(let path):
            return try text(ofFile: path)
        }
    }

    private func text(ofFile path: String) throws(SettingsError) -> String {
        let file: SmallFile
        do throws(SmallFile.Failure) {
            file = try SmallFile(path: path)
        } catch {
            throw place.error("要用的文件 \(path) \(error.text)，请检查路径，密钥单独存成一个文件")
        }
        guard file.permissions & 0o077 == 0 else {
            let mode = "0" + String(file.permissions & 0o777, radix: 8)
            throw place.error("要用的文件 \(path) 别人也能读写（权限 \(mode)），请运行 chmod 600 \(path)")
        }
        let breaks = [UInt8(ascii: "\n"), UInt8(ascii: "\r")]
        let bytes = file.bytes.prefix(1 + (file.bytes.lastIndex { !breaks.contains($0) } ?? -1))
        guard let text = String(validating: bytes, as: UTF8.self), !text.isEmpty, !text.hasControls else {
            throw place.error("要用的文件 \(path) 里不是一行 UTF-8 文字，请只保留密钥这一行")
        }
        return text
    }

    private static func isVariableName(_ name: Substring) -> Bool {
        let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_".utf8)
        let digits = Array("0123456789".utf8)
        guard let first = name.utf8.first, letters.contains(first) else { return false }
        return name.utf8.allSatisfy { letters.contains($0) || digits.contains($0) }
    }
}

/// Where a secret is named, for messages.
struct SecretPlace: Sendable {
    /// `账号“pds-douyin”的“app_secret”`.
    let name: String
    let file: String
    let line: Int

    func error(_ text: String) -> SettingsError {
        SettingsError(problems: [SettingsError.Problem(file: file, line: line, text: name + text)])
    }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// `env:NAME`, `file:PATH` or `(literal)`.
    package var description: String {
        switch source {
        case .variable(let name): "env:\(name)"
        case .file(let path): "file:\(path)"
        case .literal: "(literal)"
        }
    }

    package var debugDescription: String { description }

    /// Empty: `dump` must not show a literal either.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
