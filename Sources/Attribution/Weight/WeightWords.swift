extension Unicode.Scalar {
    /// Whether the scanner must look closer where no label waits for its weight.
    var isSignificant: Bool {
        switch self {
        case "净", "毛", "带", "连", "含", "单", "每", "送", "赠", "发", "第", "±", "≥", "≤", ">", "<": true
        default: startsNumber || isASCIILetter
        }
    }

    /// A package, or a thing that is sold by the piece like one (只, 条, 头): "2袋500g" may be 500 g or 1,000 g.
    var isPackageWord: Bool {
        switch self {
        case "袋", "包", "盒", "箱", "瓶", "罐", "桶", "件", "份", "提", "套", "组", "捆", "筒", "听", "杯", "板", "篮",
            "筐", "扎", "坛", "壶", "只", "条", "头":
            true
        default: false
        }
    }

    /// One of many things in a package: 个, 枚, 颗.
    var isItemWord: Bool {
        switch self {
        case "个", "枚", "颗", "粒", "根", "朵", "片", "串", "块", "支", "棵", "株", "节", "穗": true
        default: false
        }
    }

    /// Whose weight is the size of one fruit or animal: 单果, 单个, 每只.
    var isSizeWord: Bool {
        switch self {
        case "果", "只", "头", "条", "重": true
        default: isItemWord
        }
    }

    var isMultiplication: Bool {
        switch self {
        case "*", "x", "X", "×", "✕", "✖", "╳": true
        default: false
        }
    }

    /// Between the ends of a range: 5-8斤.
    var isRangeSign: Bool {
        switch self {
        case "-", "~", "～", "—", "–", "－", "―", "至", "到", "∼", "〜": true
        default: false
        }
    }

    /// Between the alternatives of a choice: 5/10斤.
    var isChoiceSign: Bool {
        switch self {
        case "/", "或", "、", ",", "|", "丨", "和", "及": true
        default: false
        }
    }

    /// May stand between a label and its weight: 净重（约）：5斤.
    var isFiller: Bool {
        switch self {
        case "约", "重", "量", "含", "果", "肉", "菜", "为", "是", "在", "均", ":", " ", "(", "（", "【", "[", "≈",
            "平", "规", "格", "克", "左", "右":
            true
        default: false
        }
    }

    /// After a number without a unit these say that it stands for itself: 500g*2（两袋）.
    var endsPlainNumber: Bool {
        switch self {
        case WeightText.end, " ", ")", "(", "]", "[", "】", "【", ";", ",", "，", "。", "/", "+", "-", "=", "|",
            "装", "、":
            true
        default: false
        }
    }

    /// After 两 these make it "two" or another word: 一两个.
    fileprivate var followsTwo: Bool {
        switch self {
        case "天", "次", "口", "年", "种", "人", "位", "款", "色", "用", "面", "端", "侧", "层": true
        default: isPackageWord || isItemWord
        }
    }
}

extension WeightText {
    /// Grams of the unit of weight that stands here, stepped over; `nil` and nothing done otherwise.
    mutating func takeUnit() -> Int64? {
        let start = position
        if let grams = unitGrams(take()) { return grams }
        go(to: start)
        return nil
    }

    private mutating func unitGrams(_ first: Unicode.Scalar) -> Int64? {
        switch first {
        case "斤": return 500
        case "市": return skip("斤") ? 500 : nil
        case "公": return skip("斤") ? 1000 : nil
        case "千": return skip("克") ? 1000 : nil
        case "克": return current == "拉" ? nil : 1
        case "吨": return 1_000_000
        case "两": return current.followsTwo ? nil : 50
        case "g", "G": return isAtLetterEnd ? 1 : nil
        case "k", "K": return (skip("g") || skip("G")) && isAtLetterEnd ? 1000 : nil
        case "t": return isAtLetterEnd ? 1_000_000 : nil
        case "j": return skip("i") && skip("n") && isAtLetterEnd ? 500 : nil
        default: return nil
        }
    }

    /// Whether the unit's letters end here: 500g, 500gx2, but neither 500gm nor 5GB.
    private var isAtLetterEnd: Bool {
        guard current.isASCIILetter else { return true }
        return current.isMultiplication && (following.isASCIIDigit || following == " ")
    }
}
