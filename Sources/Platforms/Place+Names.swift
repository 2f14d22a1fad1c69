internal import Domain

extension Place {
    /// Whether each name may be one: no digits of any script, at most 20 characters.
    ///
    /// A phone number or a street in its place means that the source has shifted its columns or fields.
    var hasPlausibleNames: Bool {
        Self.isPlausible(province) && Self.isPlausible(city) && Self.isPlausible(county)
    }

    private static func isPlausible(_ name: String) -> Bool {
        let scalars = name.unicodeScalars
        return scalars.count <= 20
            && scalars.allSatisfy { scalar in
                // Nearly all are Chinese characters, which are quickly told.
                (0x4E00..<0xA000).contains(scalar.value) || scalar.properties.numericType == nil
            }
    }
}
