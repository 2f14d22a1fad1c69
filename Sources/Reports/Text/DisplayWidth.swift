extension String {
    /// How many columns of a terminal the text takes: 2 for CJK, full-width and emoji, 0 for combining marks.
    ///
    /// Characters of ambiguous width (`—`, `✓`) count 1.
    package var displayWidth: Int {
        utf8.allSatisfy { $0 < 0x80 } ? utf8.count : reduce(0) { $0 + $1.displayWidth }
    }

    /// The text without what would move the cursor or turn the writing direction.
    var forTerminal: String {
        guard unicodeScalars.contains(where: { $0.isControl || $0.turnsDirection }) else { return self }
        var clean = UnicodeScalarView()
        for scalar in unicodeScalars where !scalar.turnsDirection {
            clean.append(scalar.isControl ? " " : scalar)
        }
        return String(clean)
    }
}

extension Character {
    /// Columns of one character: an emoji sequence is one picture, anything else the sum of its scalars.
    fileprivate var displayWidth: Int {
        let scalars = unicodeScalars
        let isPicture =
            scalars.count > 1 && scalars.first?.properties.isEmoji == true
            && scalars.dropFirst().contains { scalar in
                scalar.value == 0xFE0F || scalar.value == 0x200D || scalar.properties.isEmojiPresentation
            }
        return isPicture ? 2 : scalars.reduce(0) { $0 + $1.displayWidth }
    }
}

extension Unicode.Scalar {
    fileprivate var isControl: Bool {
        properties.generalCategory == .control || value == 0x2028 || value == 0x2029
    }

    /// Bidirectional embeddings, overrides and isolates.
    fileprivate var turnsDirection: Bool {
        (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
    }

    fileprivate var displayWidth: Int {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: return 0
        default: break
        }
        // The vowels and finals of Hangul stand inside the syllable that their initial opened.
        if (0x1160...0x11FF).contains(value) { return 0 }
        return isWide ? 2 : 1
    }

    /// East Asian Wide and Fullwidth of UAX #11, and emoji that are drawn as pictures.
    private var isWide: Bool {
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF,
            0xA960...0xA97F,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
            0xFFE0...0xFFE6,
            0x16FE0...0x18CFF, 0x1AFF0...0x1B2FF, 0x20000...0x3FFFD:
            true
        default: properties.isEmojiPresentation
        }
    }
}
