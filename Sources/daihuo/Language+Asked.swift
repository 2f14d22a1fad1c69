import ArgumentParser
import Reports

extension Language: ExpressibleByArgument {
    /// The language that this process is asked for, also where the rest of its command line cannot be understood.
    ///
    /// ArgumentParser takes the words of its help from static properties, before it has read any option.
    static let asked = Language(askedIn: CommandLine.arguments)

    /// The language of the last `--lang`; Chinese where there is none, or it names no language.
    private init(askedIn arguments: [String]) {
        let words = arguments.flatMap { $0.split(separator: "=", maxSplits: 1).map(String.init) }
        let word = words.lastIndex(of: "--lang").flatMap { words[($0 + 1)...].first }
        self = word.flatMap(Self.init(rawValue:)) ?? .chinese
    }
}

extension ArgumentHelp {
    /// What an option or an argument is for, in the language that is asked for.
    static func words(_ chinese: String, _ english: String, valueName: String? = nil) -> ArgumentHelp {
        ArgumentHelp(Language.asked.text(chinese, english), valueName: valueName)
    }
}
