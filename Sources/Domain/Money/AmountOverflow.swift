/// An amount left `Int64`: the record that carries it is parked.
package struct AmountOverflow: Error, CustomStringConvertible {
    package let description = "an amount is too large to be a sum of money or a weight"

    package init() {}
}

extension Int64 {
    /// The checked sum.
    package func adding(_ other: Int64) throws(AmountOverflow) -> Int64 {
        let (value, overflow) = addingReportingOverflow(other)
        guard !overflow else { throw AmountOverflow() }
        return value
    }

    /// The checked difference.
    package func subtracting(_ other: Int64) throws(AmountOverflow) -> Int64 {
        let (value, overflow) = subtractingReportingOverflow(other)
        guard !overflow else { throw AmountOverflow() }
        return value
    }

    /// The checked product.
    package func multiplying(by other: Int64) throws(AmountOverflow) -> Int64 {
        let (value, overflow) = multipliedReportingOverflow(by: other)
        guard !overflow else { throw AmountOverflow() }
        return value
    }
}
