internal import Domain
internal import JSON
internal import YAML

/// What the words of a source mean.
///
/// A word that is not in the map means what the default says, and is noted.
struct WordMap<Meaning: Sendable>: Sendable {
    private let path: ValuePath
    private let meanings: [String: Meaning]
    private let fallback: Meaning
    /// What staff find in the description: `order.status`.
    private let key: String

    /// The meaning of the word in a record; `recognised` is asked for what the map does not hold.
    func meaning(
        _ scope: RecordScope, _ unknown: inout UnknownWords, recognised: (String) -> Meaning? = { _ in nil }
    ) -> Meaning {
        guard let word = path.word(scope) else {
            if path.find(scope) != nil { unknown.note("", of: key) }
            return fallback
        }
        if let meaning = meanings[word] ?? recognised(word) { return meaning }
        unknown.note(word, of: key)
        return fallback
    }

    /// As `meaning`, where there must be a word: a missing one is noted, too.
    func requiredMeaning(_ scope: RecordScope, _ unknown: inout UnknownWords) -> Meaning {
        if path.find(scope) == nil { unknown.note("", of: key) }
        return meaning(scope, &unknown)
    }

    /// The word itself; empty where there is none, and where it is not known and may be no word at all.
    func word(_ scope: RecordScope) -> String {
        guard let word = path.word(scope) else { return "" }
        return meanings[word] != nil || UnknownWord.isWord(word) ? word : ""
    }

    /// Reads `{path, map, default}`; the words on the right are those of a closed list.
    ///
    /// `refusedDefault` is a word that no default may be: an unknown word must not mean that.
    init(
        _ section: DescriptionSection, words: [(String, Meaning)], standIn: Meaning,
        defaultIsRequired: Bool = true, refusedDefault: String? = nil
    ) {
        path = section.required(path: "path")
        if defaultIsRequired, !section.has("default") { section.missing("default") }
        fallback = section.word("default", words) ?? standIn
        if let refusedDefault, section.text("default") == refusedDefault {
            section.problems.add(
                section.lineOfValue("default"),
                Notice("declared.default_refused", section.name("default"), refusedDefault))
        }
        meanings = Self.meanings(section.section("map"), words: words)
        key = section.keyInFeed
        section.finish()
    }

    /// Where the word stands and what words mean, in the order of the words; those that mean what the default says are
    /// left out.
    func keyText(_ name: (Meaning) -> String) -> String {
        let words = meanings.mapValues(name).filter { $0.value != name(fallback) }
            .map { "\(BodyTemplate.quoted($0.key)):\($0.value)" }
        return "\(path.fromOrder.keyText){\(words.sorted().joined(separator: ","))}\(name(fallback))"
    }

    /// All that a word can mean.
    var allMeanings: [Meaning] { meanings.values + [fallback] }

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
    func meaning(
        _ scope: RecordScope, _ unknown: inout UnknownWords, recognised: (String) -> Meaning? = { _ in nil }
    ) -> Meaning {
        switch self {
        case .constant(let meaning): meaning
        case .words(let map): map.meaning(scope, &unknown, recognised: recognised)
        }
    }

    /// All that can be chosen.
    var allMeanings: [Meaning] {
        switch self {
        case .constant(let meaning): [meaning]
        case .words(let map): map.allMeanings
        }
    }

    /// What is chosen by which words, as `WordMap.keyText`.
    func keyText(_ name: (Meaning) -> String) -> String {
        switch self {
        case .constant(let meaning): name(meaning)
        case .words(let map): map.keyText(name)
        }
    }

    /// Reads one word of a closed list, or `{path, map, default}`; `standIn` holds where the key is absent.
    init(
        _ section: DescriptionSection, _ key: String, words: [(String, Meaning)], standIn: Meaning,
        refusedDefault: String? = nil
    ) {
        if section.isSection(key), let inner = section.section(key) {
            self = .words(WordMap(inner, words: words, standIn: standIn, refusedDefault: refusedDefault))
        } else {
            self = .constant(section.word(key, words) ?? standIn)
        }
    }
}

extension DescriptionSection {
    /// The place of the section within its feed: `order.status`.
    var keyInFeed: String {
        guard place.hasPrefix("feeds["), let end = place.firstIndex(of: "]") else { return place }
        return String(place[place.index(after: end)...].drop { $0 == "." })
    }
}
