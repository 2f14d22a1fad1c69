extension String {
    /// A figure with its English noun, which goes with it: `1 order`, `2,000 orders`.
    func counted(_ one: some StringProtocol, _ several: some StringProtocol) -> String {
        self == "1" ? "1 \(one)" : "\(self) \(several)"
    }
}
