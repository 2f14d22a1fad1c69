extension WeightScanner {
    /// Takes a number and all that is multiplied with it, and notes what it says.
    mutating func takeExpression() {
        let label = label
        let joint = joint
        clearLabel()
        var product = WeightProduct()
        repeat {
            let factor = takeFactor(label)
            product.multiply(by: factor)
            takeSuffixes(&product)
        } while takeMultiplication()
        guard product.isWeight else {
            if product.hasPackages {
                findings.addPackages(product.count)
            } else if product.hasItems {
                findings.addItems(product.count)
            }
            return
        }
        let ownLabel = product.isSizeOfOne ? .size : label
        if let grams = product.grams, joint != .range || grams == lastGrams {
            findings.add(grams, label: ownLabel, count: product.count)
        } else {
            findings.addUnclear(label: ownLabel)
        }
        lastGrams = product.grams
        takeJoint(label: ownLabel)
    }

    /// A sign of a range or a choice before a further number: the label holds for that too.
    private mutating func takeJoint(label: WeightFindings.Label) {
        let start = text.position
        text.skipSpaces()
        let sign = text.take()
        text.skipSpaces()
        if sign.isRangeSign || sign.isChoiceSign, text.isAtNumber {
            self.label = label
            joint = sign.isRangeSign ? .range : .choice
        } else {
            text.go(to: start)
        }
    }

    private mutating func takeMultiplication() -> Bool {
        let start = text.position
        text.skipSpaces()
        let sign = text.take()
        text.skipSpaces()
        if sign.isMultiplication, text.isAtNumber { return true }
        text.go(to: start)
        return false
    }

    /// Takes the words after a factor that belong to it: 5斤装, 500g/袋, 100g以上/个.
    private mutating func takeSuffixes(_ product: inout WeightProduct) {
        while true {
            switch text.current {
            case "装":
                text.skip()
            case "左" where text.following == "右":
                text.skip()
                text.skip()
            case "及" where text.following == "以":
                text.skip()
            case "以", "起", "+":
                product.isBound = true
                text.skip()
                if ["上", "下", "内", "外"].contains(text.current) { text.skip() }
            case "/", "一", "每":
                guard takePer(&product) else { return }
            default:
                return
            }
        }
    }

    /// 每袋, /袋, /每袋, 一个: what the weight before is the weight of.
    private mutating func takePer(_ product: inout WeightProduct) -> Bool {
        let start = text.position
        if text.skip("/") {
            if !text.skip("每") { _ = text.skip("一") }
        } else {
            text.skip()
        }
        let word = text.take()
        if word.isPackageWord || word.isItemWord {
            product.isPerItem = product.isPerItem || word.isItemWord
            return true
        }
        text.go(to: start)
        return false
    }

    private mutating func takeFactor(_ label: WeightFindings.Label) -> WeightFactor {
        let isChinese = !text.current.isASCIIDigit
        var numbers: [WeightNumber] = []
        var isRange = false
        var last: WeightNumber
        while true {
            switch text.takeNumber() {
            case .senseless: return .foreign
            case .approximate: return text.takeUnit() == nil ? .foreign : .unclearWeight
            case .number(let number): last = number
            }
            guard let sign = takeSignBeforeNumber() else { break }
            if sign == "±" {
                _ = text.takeNumber()
                break
            }
            if sign.isRangeSign { isRange = true } else { numbers.append(last) }
        }
        if let unitGrams = takeUnitAfterSpaces() {
            if isRange { return .unclearWeight }
            return takeWeight(last, or: numbers, unitGrams, label)
        }
        guard let count = last.whole, numbers.isEmpty else { return .foreign }
        return takeCount(count, isPlainAllowed: !isChinese && !isRange)
    }

    /// A weight with all that follows its unit: 两斤三两, 两斤半; other numbers before the unit are a choice.
    private mutating func takeWeight(
        _ number: WeightNumber, or others: [WeightNumber], _ unitGrams: Int64, _ label: WeightFindings.Label
    ) -> WeightFactor {
        guard var grams = number.grams(unitGrams: unitGrams) else { return .unclearWeight }
        for other in others {
            guard let grams = other.grams(unitGrams: unitGrams) else { return .unclearWeight }
            findings.add(grams, label: label, count: 1)
        }
        let start = text.position
        if unitGrams == 500, text.isAtNumber, text.current != "半" {
            if case .number(let rest) = text.takeNumber(), rest.digits < 10, let liang = rest.whole,
                text.takeUnit() == 50
            {
                grams += liang * 50
            } else {
                text.go(to: start)
            }
        } else if text.skip("半") {
            if text.current.endsPlainNumber { return .weight(grams + unitGrams / 2) }
            let isOtherWord = text.current == "价" || text.current == "折" || text.takeUnit() != nil
            text.go(to: start)
            return isOtherWord ? .weight(grams) : .unclearWeight
        }
        return .weight(grams)
    }

    private mutating func takeCount(_ count: Int64, isPlainAllowed: Bool) -> WeightFactor {
        let start = text.position
        text.skipSpaces()
        if text.current == "大" || text.current == "小" { text.skip() }
        let word = text.take()
        if word.isPackageWord { return .packages(count) }
        if word.isItemWord { return .items(count) }
        text.go(to: start)
        let isPlain = isPlainAllowed && (text.current.endsPlainNumber || text.current.isMultiplication)
        return isPlain ? .plain(count) : .foreign
    }

    private mutating func takeUnitAfterSpaces() -> Int64? {
        let start = text.position
        text.skipSpaces()
        if let grams = text.takeUnit() { return grams }
        text.go(to: start)
        return nil
    }

    /// A sign of a range, a choice or a tolerance with a number behind it: 5-8斤, 5/10斤, 500±10g.
    private mutating func takeSignBeforeNumber() -> Unicode.Scalar? {
        let start = text.position
        text.skipSpaces()
        let sign = text.take()
        text.skipSpaces()
        if sign.isRangeSign || sign.isChoiceSign || sign == "±", text.isAtNumber { return sign }
        text.go(to: start)
        return nil
    }
}
