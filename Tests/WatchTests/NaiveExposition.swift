/// The lines of Prometheus' text format, read character by character, as its documentation tells.
struct NaiveExposition {
    /// By the name of the family: `counter`.
    private(set) var types: [String: String] = [:]
    private(set) var helps: [String: String] = [:]
    /// In the order of the text.
    private(set) var samples: [Sample] = []

    struct Sample: Hashable {
        let name: String
        let labels: [String: String]
        let value: String
    }

    struct Malformed: Error {
        let line: String
    }

    init(_ text: String) throws {
        guard text.isEmpty || text.unicodeScalars.last == "\n" else { throw Malformed(line: text) }
        for line in text.unicodeScalars.split(separator: "\n") {
            // By scalars: a mark may go with the blank before it.
            let words = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false).map {
                String(String.UnicodeScalarView($0))
            }
            if words.prefix(2) == ["#", "HELP"] {
                helps[words[2]] = Self.unescaped(words[3])
            } else if words.prefix(2) == ["#", "TYPE"] {
                guard types.updateValue(words[3], forKey: words[2]) == nil else {
                    throw Malformed(line: words[2])
                }
            } else {
                samples.append(try Self.sample(String(String.UnicodeScalarView(line))))
            }
        }
    }

    private static func unescaped(_ text: String) -> String {
        var (plain, isBehindBackslash) = (String.UnicodeScalarView(), false)
        for scalar in text.unicodeScalars {
            if isBehindBackslash {
                plain.append(scalar == "n" ? "\n" : scalar)
                isBehindBackslash = false
            } else if scalar == "\\" {
                isBehindBackslash = true
            } else {
                plain.append(scalar)
            }
        }
        return String(plain)
    }

    private static func sample(_ line: String) throws -> Sample {
        var rest = line.unicodeScalars[...]
        func take(while isWanted: (Unicode.Scalar) -> Bool) -> String {
            let taken = rest.prefix(while: isWanted)
            rest = rest.dropFirst(taken.count)
            return String(String.UnicodeScalarView(taken))
        }
        func isOfName(_ scalar: Unicode.Scalar) -> Bool {
            scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
                || scalar == "_"
                || scalar == ":"
        }
        let name = take(while: isOfName)
        var labels: [String: String] = [:]
        if rest.first == "{" {
            repeat {
                rest = rest.dropFirst()
                let label = take(while: isOfName)
                guard rest.starts(with: "=\"".unicodeScalars) else { throw Malformed(line: line) }
                rest = rest.dropFirst(2)
                var (escaped, isBehindBackslash) = (String.UnicodeScalarView(), false)
                while let scalar = rest.popFirst() {
                    if scalar == "\"", !isBehindBackslash { break }
                    isBehindBackslash = scalar == "\\" && !isBehindBackslash
                    escaped.append(scalar)
                }
                labels[label] = unescaped(String(escaped))
            } while rest.first == ","
            guard rest.popFirst() == "}" else { throw Malformed(line: line) }
        }
        guard !name.isEmpty, rest.popFirst() == " ", !rest.isEmpty, !rest.contains(" ") else {
            throw Malformed(line: line)
        }
        return Sample(name: name, labels: labels, value: String(String.UnicodeScalarView(rest)))
    }
}
