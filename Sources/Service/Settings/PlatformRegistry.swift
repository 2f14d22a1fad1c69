import Domain
import Foundation
package import Platforms

/// Every platform that an account may name, and every export that can be imported: the built-in ones and those that the files
/// of a folder describe.
package struct PlatformRegistry: Sendable {
    private var platforms: [String: any Platform] = [:]
    /// Where a declared platform was read, for twins.
    private var files: [String: String] = [:]
    /// What files that could not be read are called; their accounts are not at fault.
    private var unreadable: Set<String> = []

    /// The exports that files of the folder describe, by their names.
    private var exports: [String: (format: DeclaredFile, file: String)] = [:]

    /// The exports that can be imported, in the order in which a file's header is tried: a bureau's own first, one of which
    /// may take the place of a built-in one of its name.
    package var orderFiles: [any OrderFileFormat] {
        exports.keys.sorted().compactMap { exports[$0]?.format }
            + PlatformList.orderFiles.filter { exports[$0.name] == nil }
    }

    /// All names, sorted.
    package var names: [String] { platforms.keys.sorted() }

    /// What files may be of, sorted: every platform, those of which only exports are read, and the places that our own
    /// templates tell of.
    package var namesOfFiles: [String] {
        Set(names + orderFiles.flatMap(\.platforms) + Channel.ofTemplates.map(\.key)).sorted()
    }

    /// The platforms that files of the folder describe, sorted by name.
    var described: [DeclaredPlatform] {
        files.keys.sorted().compactMap { platforms[$0] as? DeclaredPlatform }
    }

    /// The platform with this name.
    package func platform(named name: String) -> (any Platform)? { platforms[name] }

    func isUnreadable(_ name: String) -> Bool { unreadable.contains(name) }

    /// Reads every `*.yaml` and `*.yml` of the folder that `platforms` of the configuration names.
    ///
    /// A file may describe 832平台 anew, which is described itself; a platform with code of its own stays.
    init(folder: String?, _ section: SettingsSection) {
        addBuiltIn(problems: section.problems)
        guard let folder else { return }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            section.add("platforms") { Notice("settings.folder_not_opened", $0) }
            return
        }
        for name in names.sorted() where Self.isDescription(name) {
            readFile(Self.file(name, in: folder), name: name, problems: section.problems)
        }
    }

    private mutating func addBuiltIn(problems: SettingsProblems) {
        do throws(DeclaredError) {
            let described = try Platform832.platform()
            platforms[described.name] = described
        } catch {
            report(error, problems: problems)
        }
        for platform in PlatformList.platforms { platforms[platform.name] = platform }
    }

    private func report(_ error: DeclaredError, problems: SettingsProblems) {
        for problem in error.problems { problems.add(file: problem.file, problem.line, problem.what) }
    }

    /// The files of a folder that may describe a platform, by name.
    static func descriptions(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter(isDescription).sorted()
            .map { file($0, in: folder) }
    }

    private static func file(_ name: String, in folder: String) -> String {
        folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    }

    private static func isDescription(_ name: String) -> Bool {
        !name.hasPrefix(".") && (name.hasSuffix(".yaml") || name.hasSuffix(".yml"))
    }

    private mutating func readFile(_ file: String, name: String, problems: SettingsProblems) {
        do throws(SmallFile.Failure) {
            let bytes = try SmallFile(path: file).bytes
            if let yaml = String(validating: bytes, as: UTF8.self) {
                return read(yaml, file: file, problems: problems)
            }
            problems.add(file: file, nil, Notice("settings.wrong_encoding"))
        } catch {
            problems.add(file: file, nil, Notice("settings.description_unreadable", error.notice))
        }
        unreadable.insert(Self.stem(file))
    }

    private mutating func read(_ yaml: String, file: String, problems: SettingsProblems) {
        do throws(DeclaredError) {
            switch try DescribedSource(yaml: yaml, file: file) {
            case .platform(let platform): adopt(platform, file: file, problems: problems)
            case .file(let format): adopt(format, file: file, problems: problems)
            }
        } catch {
            report(error, problems: problems)
            unreadable.insert(Self.stem(file))
        }
    }

    private mutating func adopt(_ platform: DeclaredPlatform, file: String, problems: SettingsProblems) {
        let name = platform.name
        if let other = files[name] {
            problems.add(file: file, nil, Notice("settings.platform_twice", name, other))
        } else if let other = platforms[name], !(other is DeclaredPlatform) {
            problems.add(file: file, nil, Notice("settings.platform_built_in", name))
        } else {
            platforms[name] = platform
            files[name] = file
        }
    }

    private mutating func adopt(_ format: DeclaredFile, file: String, problems: SettingsProblems) {
        if let other = exports[format.name] {
            problems.add(file: file, nil, Notice("settings.export_twice", format.name, other.file))
        } else {
            exports[format.name] = (format, file)
        }
    }

    /// `zz` of `platforms/zz.yaml`: most files are named like their platform.
    private static func stem(_ file: String) -> String {
        let name = file.split(separator: "/").last ?? ""
        return String(name.prefix { $0 != "." })
    }
}

extension Channel {
    /// Where is sold what no platform tells of: lists that staff keep themselves.
    fileprivate static let ofTemplates: [Channel] = [
        .counter, .hall, .zone, .relay, .canteen, .union, .event, .media, .other,
    ]
}
