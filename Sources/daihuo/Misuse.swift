import ArgumentParser
import Domain

/// A command line that cannot be understood: what is wrong with it, and how to write one.
///
/// ArgumentParser does not show the kinds of its errors, only English sentences: they are recognised by their words.
struct Misuse {
    /// What is wrong, what the option is for, how the verb is used; one line each.
    let notices: [Notice]

    /// What ArgumentParser found.
    init(_ error: any Error) {
        let message = Daihuo.message(for: error)
        // What the parser did not find is no matter of the command line: nobody foresaw it.
        guard Daihuo.exitCode(for: error) == .validationFailure else {
            notices = [Notice("usage.unforeseen", message)]
            return
        }
        let rest = Daihuo.fullMessage(for: error).split(separator: "\n").drop { !Self.isAdvice($0) }
        notices = [Self.notice(message)] + rest.map { Self.advice($0) }
    }

    private static func notice(_ message: String) -> Notice {
        if let found = message.wholeMatch(of: /Unknown option '(.+)'\. Did you mean '(.+)'\?/) {
            return Notice("usage.unknown_option_near", found.1, found.2)
        }
        if let found = message.wholeMatch(of: /(?:Unknown|Invalid) option:? '?(.+?)'?/) {
            return Notice("usage.unknown_option", found.1)
        }
        if let found = message.wholeMatch(of: /Missing value for '(.+)'/) {
            return Notice("usage.no_value", found.1)
        }
        if let found = message.wholeMatch(
            of: /The option '(.+)' does not take any value, but '(.*)' was specified\./)
        {
            return Notice("usage.value_too_many", found.1, found.2)
        }
        if let found = message.wholeMatch(of: /Unexpected argument '(.*)'/) {
            return Notice("usage.unexpected", found.1)
        }
        if let found = message.wholeMatch(of: /(\d+) unexpected arguments: '(.*)'/) {
            return Notice("usage.unexpected_several", found.1, words(found.2))
        }
        if let found = message.wholeMatch(of: /Missing expected argument '(.+)'/) {
            return Notice("usage.missing", found.1)
        }
        if let found = message.wholeMatch(of: /The value '(.*)' is invalid for '(.+?)'/) {
            return Notice("usage.bad_value", found.2, found.1)
        }
        if let found = message.wholeMatch(
            of: /The value '(.*)' is invalid for '(.+?)'\. Please provide one of '(.+)'\./)
        {
            return Notice("usage.bad_value_of", found.2, found.1, words(found.3))
        }
        return Notice("usage.not_understood", message)
    }

    /// The words of an English list: `zh' and 'en`, `table', 'csv' or 'json`.
    private static func words(_ list: Substring) -> [String] {
        list.split(separator: /'(?:, | and | or )'/).map(String.init)
    }

    private static func isAdvice(_ line: Substring) -> Bool {
        ["Help:", "Usage:"].contains { line.hasPrefix($0) }
    }

    private static func advice(_ line: Substring) -> Notice {
        if let found = line.wholeMatch(of: /Help: +(.+)/) { return Notice("usage.help", found.1) }
        if let found = line.wholeMatch(of: /Usage: +(.+)/) { return Notice("usage.synopsis", found.1) }
        if let found = line.wholeMatch(of: /\s*See '(.+)' for more information\./) {
            return Notice("usage.see", found.1)
        }
        return .verbatim(String(line))
    }
}
