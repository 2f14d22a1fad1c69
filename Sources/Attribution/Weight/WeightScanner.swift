/// Goes once through a text and collects its weights, counts and what spoils them.
struct WeightScanner {
    /// What joins a weight to the one before it, or bounds it.
    enum Joint {
        case none, range, choice
    }

    var text: WeightText
    var findings: WeightFindings
    /// Applies to the next weight, while only fillers come between.
    var label = WeightFindings.Label.none
    var joint = Joint.none
    var lastGrams: Int64?

    init(_ bytes: UnsafeBufferPointer<UInt8>, sought: Int64?) {
        text = WeightText(bytes)
        findings = WeightFindings(sought: sought)
    }

    /// Scans the whole text.
    mutating func scan() -> WeightFindings {
        while !text.isAtEnd {
            if label == .none, joint == .none { text.skipInsignificant() }
            let scalar = text.current
            if scalar.startsNumber {
                takeExpression()
            } else if scalar.isASCIILetter {
                takeLetters()
            } else if !takeWord(scalar) {
                let isFiller = scalar.isFiller || scalar == "大" && text.following == "约"
                if !isFiller { clearLabel() }
                text.skip()
            }
        }
        return findings
    }

    mutating func clearLabel() {
        label = .none
        joint = .none
    }

    /// A word with its digits is a model (A500g), but for an x that multiplies.
    private mutating func takeLetters() {
        clearLabel()
        if text.current.isMultiplication && text.following.isASCIIDigit {
            text.skip()
        } else {
            text.skipWord()
        }
    }

    /// Takes a word that changes how the next number is read; false if none is here.
    private mutating func takeWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "净":
            take(label: .net)
        case "毛" where text.following == "重", "带" where text.following == "箱",
            "连" where text.following == "箱",
            "含" where text.following == "箱":
            text.skip()
            take(label: .gross)
        case "单" where text.following.isSizeWord, "每" where text.following.isSizeWord:
            text.skip()
            take(label: .size)
        case "每" where text.following.isASCIIDigit:
            take(label: .size)
        case "送", "赠", "发":
            text.skip()
            if text.isAtNumber { findings.addBonus() }
            clearLabel()
        case "第", "±":
            // An ordinal or a tolerance is no weight.
            text.skip()
            if text.isAtNumber {
                _ = text.takeNumber()
                _ = text.takeUnit()
            }
        case "≥", "≤", ">", "<":
            text.skip()
            joint = .range
            lastGrams = nil
        default:
            return false
        }
        return true
    }

    private mutating func take(label: WeightFindings.Label) {
        text.skip()
        self.label = label
        joint = .none
        lastGrams = nil
    }
}
