package import Domain

/// Reads the net weight of one sold unit from a spec or a title.
///
/// Understood: 斤 两 公斤 千克 kg 克 g 吨 t after digits (also full-width, with decimals) or Chinese numerals (五斤,
/// 半斤, 两斤三两); a multiplication that is written out (500g*2袋, 2袋×500g); the same weight in two units
/// (5斤(2.5kg)); 约, 左右 and ±. A net weight (净重, 净含量) beats a gross one (毛重, 带箱) and an unlabelled one
/// that is plausibly gross. The size of one fruit (单果80-100g, 200g/个) is no weight of the goods.
///
/// Unclear: a range, a bound (以上), a choice, different weights, a bonus (送1斤), a gross weight alone, and a weight
/// beside a number of packages (5斤 2袋) that says neither "each" nor "in all".
package enum WeightReader {
    /// What a text says of the weight.
    package enum Reading: Hashable, Sendable {
        /// Nothing.
        case none
        /// One clear weight.
        case single(Grams)
        /// Something, but not one weight: a person decides.
        case unclear
    }

    /// Reads a text, in a fraction of a microsecond for a title of 30 characters.
    package static func read(_ text: String) -> Reading {
        findings(in: text, sought: nil).reading
    }

    /// Whether the text leaves a choice between several weights, of which this is one.
    static func offers(_ grams: Grams, in text: String) -> Bool {
        findings(in: text, sought: grams.amount).isChoiceOfSought
    }

    private static func findings(in text: String, sought: Int64?) -> WeightFindings {
        var text = text
        return text.withUTF8 { bytes in
            var scanner = WeightScanner(bytes, sought: sought)
            return scanner.scan()
        }
    }
}
