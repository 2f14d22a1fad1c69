/// How names of purchasers are compared: trimmed, full-width and half-width brackets and spaces alike, nothing else.
package enum PurchaserName {
    /// The form in which two spellings of the same name are equal.
    package static func comparable(_ name: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            let plain = halfWidth(scalar)
            if plain == " " && scalars.isEmpty { continue }
            scalars.append(plain)
        }
        while scalars.last == " " { scalars.removeLast() }
        return String(scalars)
    }

    private static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "（": "("
        case "）": ")"
        case "［": "["
        case "］": "]"
        case "\u{3000}", "\u{A0}", "\t": " "
        default: scalar
        }
    }
}
