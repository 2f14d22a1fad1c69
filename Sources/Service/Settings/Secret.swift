import Domain

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
    /// Where it is named, for messages.
    let place: SecretPlace

    /// Why a secret's text is not taken.
    enum Fault: Error {
        case literal, variableName, filePath, controls

        /// What is wrong with the key of this name; never what was written.
        func notice(of key: Notice) -> Notice {
            switch self {
            case .literal: Notice("settings.secret_literal", key)
            case .variableName: Notice("settings.secret_variable_name", key)
            case .filePath: Notice("settings.secret_file_path", key)
            case .controls: Notice("settings.not_one_line", key)
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
                throw place.error { Notice("settings.variable_unset", $0, name) }
            }
            guard !text.hasControls else {
                throw place.error { Notice("settings.variable_not_one_line", $0, name) }
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
            throw place.error { Notice("settings.secret_file_unreadable", $0, path, error.notice) }
        }
        guard file.permissions & 0o077 == 0 else {
            let mode = "0" + String(file.permissions & 0o777, radix: 8)
            throw place.error { Notice("settings.secret_file_open_to_others", $0, path, mode) }
        }
        let breaks = [UInt8(ascii: "\n"), UInt8(ascii: "\r")]
        let bytes = file.bytes.prefix(1 + (file.bytes.lastIndex { !breaks.contains($0) } ?? -1))
        guard let text = String(validating: bytes, as: UTF8.self), !text.isEmpty, !text.hasControls else {
            throw place.error { Notice("settings.secret_file_not_one_line", $0, path) }
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
    /// The key of the account: `账号“pds-douyin”的“app_secret”`.
    let name: Notice
    let file: String
    let line: Int

    /// An error that is said of the key's name.
    func error(_ what: (Notice) -> Notice) -> SettingsError {
        SettingsError(problems: [SettingsError.Problem(file: file, line: line, what: what(name))])
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
