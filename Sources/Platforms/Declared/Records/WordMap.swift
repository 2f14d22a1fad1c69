internal import Domain
internal import JSON

/// What the words of a source mean.
///
/// A word that is not in the map means what the default says.
struct WordMap<Meaning: Sendable>: Sendable {
    private let path: ValuePath
    private let meanings: [String: Meaning]
    private let fallback: Meaning

    /// The meaning of the word in a record; `recognised` is asked for what the map does not hold.
    func meaning(_ scope: RecordScope, recognised: (String) -> Meaning? = { _ in nil }) -> Meaning {
        guard let word = path.word(scope) else { return fallback }
        return meanings[word] ?? recognised(word) ?? fallback
    }

    /// The word itself; empty where there is none.
    func word(_ scope: RecordScope) -> String { path.word(scope) ?? "" }

    /// Reads `{path, map, default}`; the words on the right are those of a closed list.
    init(
        _ section: DescriptionSection, words: [(String, Meaning)], standIn: Meaning,
        defaultIsRequired: Bool = true
    ) {
        path = section.required(path: "path")
        if defaultIsRequired, !section.has("default") { section.missing("default") }
        fallback = section.word("default", words) ?? standIn
        meanings = Self.meanings(section.section("map"), words: words)
        section.finish()
    }

    private static func meanings(
        _ section: DescriptionSection?, words: [(String, Meaning)]
    ) -> [String: Meaning] {
        var meanings: [String: Meaning] = [:]
        for entry in section?.freeEntries() ?? [] {
            let word = entry.text
            meanings[entry.key] = section?.meaning(of: word, in: words, key: entry.key, line: entry.line)
        }
        return meanings
    }
}

/// A constant, or what the words of a source mean.
enum Choice<Meaning: Sendable>: Sendable {
    case constant(Meaning)
    case words(WordMap<Meaning>)

    /// What holds for a record; `recognised` is asked for words that the map does not hold.
    func meaning(_ scope: RecordScope, recognised: (String) -> Meaning? = { _ in nil }) -> Meaning {
        switch self {
        case .constant(let meaning): meaning
        case .words(let map): map.meaning(scope, recognised: recognised)
        }
    }

    /// Reads one word of a closed list, or `{path, map, default}`; `standIn` holds where the key is absent.
    init(_ section: DescriptionSection, _ key: String, words: [(String, Meaning)], standIn: Meaning) {
        if section.isSection(key), let inner = section.section(key) {
            self = .words(WordMap(inner, words: words, standIn: standIn))
        } else {
            self = .constant(section.word(key, words) ?? standIn)
        }
    }
}
