import Domain
import Synchronization

/// The weights that were read last, by spec and title: a shop sells the same few hundred goods again and again.
///
/// Answers exactly what reading anew would. Each pair of texts has one place, which the next pair there takes over,
/// so that memory is bounded whatever the texts are.
final class WeightMemo: Sendable {
    /// The weight of one unit and what it rests on.
    typealias Weight = (grams: Grams?, evidence: WeightEvidence)

    /// A class: one reference to count for a look-up, instead of one for each text.
    private final class Entry: Sendable {
        let spec: ByteKey
        let title: ByteKey
        let grams: Grams?
        let evidence: WeightEvidence

        init(_ spec: ByteKey, _ title: ByteKey, _ weight: Weight) {
            self.spec = spec
            self.title = title
            grams = weight.grams
            evidence = weight.evidence
        }
    }

    private let entries: Mutex<[Entry?]>
    private let places: Int

    init(places: Int = 2048) {
        self.places = places
        entries = Mutex(Array(repeating: nil, count: places))
    }

    /// The weight that was read for these texts, or that `read` finds now.
    func weight(spec: String, title: String, read: (_ spec: String, _ title: String) -> Weight) -> Weight {
        let (specKey, titleKey) = (ByteKey(spec), ByteKey(title))
        var hasher = Hasher()
        hasher.combine(specKey)
        hasher.combine(titleKey)
        let place = Int(UInt(bitPattern: hasher.finalize()) % UInt(places))
        let known: Weight? = entries.withLock { entries in
            guard let entry = entries[place], entry.title == titleKey, entry.spec == specKey else {
                return nil
            }
            return (entry.grams, entry.evidence)
        }
        if let known { return known }
        let weight = read(spec, title)
        let entry = Entry(specKey, titleKey, weight)
        entries.withLock { $0[place] = entry }
        return weight
    }
}
