/// Why a page, or one value in it, could not be read.
///
/// Holds a path and never the value itself.
package struct JSONError: Error, Equatable, Sendable {
    /// What was wrong.
    ///
    /// The first group concerns the page, the second one value, the third what a value means.
    package enum Reason: Error, Equatable, Sendable {
        case emptyBody
        /// The body starts like something else: an HTML login, maintenance or gateway page, or plain text.
        case notJSON
        case bodyTooLarge(bytes: Int, bytesMax: Int)
        case badUTF8
        /// Cut off, or followed by something else.
        case incomplete
        case malformed(byteOffset: Int)
        case tooDeep(levelsMax: Int)
        case outOfMemory

        /// The key is absent or its value null.
        case missing
        case wrongKind(expected: JSONKind, found: JSONKind)
        case notNumeric
        /// A whole number has decimals that are not zeros.
        case fractional
        /// An amount of money has more than two decimals that are not zeros.
        case tooManyDecimals
        case exponent
        case outOfRange
        case notBoolean
        case notTime
        /// An id that must be one of its kind stands there twice.
        case repeated

        // What can be read, but not believed.
        /// An amount below zero.
        case negative
        /// An amount smaller than what is said to be inside it.
        case lessThanParts
        /// An id that none of the platform's ids looks like.
        case notIdentifier
        /// A code that is not known: it may mean anything.
        case unknownCode
        /// Money paid back by a kind of after-sale that moves none.
        case refundWithoutMoney
        /// The name of a province, city or county that holds digits or is too long.
        case notPlaceName
    }

    /// Keys and positions from the root, such as `data.list[3].pay_amount`; empty for the page itself.
    package let path: String
    package let reason: Reason

    package init(path: String, reason: Reason) {
        self.path = path
        self.reason = reason
    }
}

extension JSONError: CustomStringConvertible {
    /// One sentence in Chinese for staff: where, what, what to do next.
    package var description: String { "\(path.isEmpty ? "页面" : path)：\(what)，\(remedy)。" }

    private var what: String {
        switch reason {
        case .emptyBody: "回复是空的"
        case .notJSON: "回复不是 JSON，像是登录、维护或网关的网页"
        case .bodyTooLarge(let bytes, let bytesMax): "回复有 \(bytes) 字节，超过上限 \(bytesMax) 字节"
        case .badUTF8: "回复里有不合 UTF-8 的字节"
        case .incomplete: "回复不完整，被截断或结尾多出内容"
        case .malformed(let byteOffset): "第 \(byteOffset) 字节处不合 JSON 语法"
        case .tooDeep(let levelsMax): "嵌套超过 \(levelsMax) 层"
        case .outOfMemory: "内存不足"
        case .missing: "缺少这一项"
        case .wrongKind(let expected, let found): "应为\(expected.name)，实为\(found.name)"
        case .notNumeric: "不是十进制数字"
        case .fractional: "应为整数，却带小数"
        case .tooManyDecimals: "金额多于两位小数"
        case .exponent: "数字用了科学计数法，精度不可信"
        case .outOfRange: "数字超出范围"
        case .notBoolean: "不是真或假"
        case .notTime: "不是“年-月-日 时:分:秒”的时间"
        case .repeated: "同一个编号出现了两次"
        case .negative: "金额是负数"
        case .lessThanParts: "金额比其中的运费、税费或优惠还少"
        case .notIdentifier: "不像平台的编号"
        case .unknownCode: "是没见过的代码，不知道是不是成交或退款"
        case .refundWithoutMoney: "换货、补寄或维修却写着退了钱，自相矛盾"
        case .notPlaceName: "不像地名，可能是个人信息"
        }
    }

    private var remedy: String {
        switch reason {
        case .emptyBody, .notJSON, .badUTF8, .incomplete, .malformed: "请稍后重新拉取，若仍如此请保留原页面并报告开发者"
        case .bodyTooLarge: "请减小每页条数"
        case .outOfMemory: "请释放内存后重试"
        case .tooDeep, .missing, .wrongKind, .notNumeric, .fractional, .tooManyDecimals, .exponent,
            .outOfRange,
            .notBoolean, .notTime, .repeated, .notIdentifier, .unknownCode, .notPlaceName:
            "平台格式可能有变，请保留原页面并报告开发者"
        case .negative, .lessThanParts, .refundWithoutMoney: "请向平台核对这一单"
        }
    }
}

extension JSONKind {
    fileprivate var name: String {
        switch self {
        case .object: "对象"
        case .array: "数组"
        case .text: "文本"
        case .number: "数字"
        case .boolean: "真假值"
        case .null: "空值"
        }
    }
}
