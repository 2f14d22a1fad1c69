import Domain

/// One line of a log: when, how grave, what, and what stands beside it.
///
/// Whatever stands in it, it is one line of printable characters: control characters, line ends of any kind and marks
/// that turn the direction of text are escaped.
struct LogLine {
    let time: Instant
    /// `info`.
    let level: String
    /// A word: `sync`.
    let message: String
    /// In the order in which they stand.
    let fields: [(key: String, value: LogValue)]

    /// `2022-12-31T08:00:00.123+08:00 info sync account=pds-douyin feed=orders`: logfmt behind time, level and message.
    var text: String {
        ([time.isoMilliseconds, level, Self.logfmt(message)]
            + fields.map { "\(Self.key($0.key))=\(Self.logfmt($0.value.text))" })
            .joined(separator: " ")
    }

    /// The same as one JSON object: `{"time":"…","level":"info","message":"sync","account":"pds-douyin"}`.
    var json: String {
        let head = [("time", time.isoMilliseconds), ("level", level), ("message", message)]
        let taken = Set(head.map(\.0))
        let members =
            head.map { ($0, Self.quoted($1)) }
            + fields.map { field in
                let key = Self.key(field.key)
                return (taken.contains(key) ? key + "_" : key, field.value.json)
            }
        return "{\(members.map { "\"\($0)\":\($1)" }.joined(separator: ","))}"
    }

    /// A key of letters, digits, `_`, `.` and `-`.
    private static func key(_ text: String) -> String {
        let key = text.map { $0.isASCII && ($0.isLetter || $0.isNumber) || "_.-".contains($0) ? $0 : "_" }
        return key.isEmpty ? "_" : String(key)
    }

    /// The text as it is where it can be told from what stands beside it, else in quotes.
    private static func logfmt(_ text: String) -> String {
        let isPlain =
            !text.isEmpty
            && text.unicodeScalars.allSatisfy { scalar in
                !scalar.isEscaped && !scalar.properties.isWhitespace && scalar != "="
            }
        return isPlain ? text : quoted(text)
    }

    /// The text as JSON has it, with all escaped that is not for the eye.
    fileprivate static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case _ where scalar.isEscaped:
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16)
                    quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

/// What stands beside a key.
enum LogValue {
    case text(String)
    case integer(Int64)

    var text: String {
        switch self {
        case .text(let text): text
        case .integer(let number): String(number)
        }
    }

    var json: String {
        switch self {
        case .text(let text): LogLine.quoted(text)
        case .integer(let number): String(number)
        }
    }
}

extension Unicode.Scalar {
    /// Whether it is not to be seen as it is: a control, a mark of direction, a line end, what nobody assigned, a quote or
    /// what escapes.
    fileprivate var isEscaped: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate:
            true
        default: self == "\"" || self == "\\"
        }
    }
}

extension Instant {
    /// Beijing time to the millisecond: `2022-11-01T08:30:00.123+08:00`.
    fileprivate var isoMilliseconds: String {
        let thousandths = String(milliseconds - seconds * 1000)
        let clock = description.split(separator: " ").joined(separator: "T")
        return "\(clock).\(String(repeating: "0", count: 3 - thousandths.count))\(thousandths)+08:00"
    }
}
