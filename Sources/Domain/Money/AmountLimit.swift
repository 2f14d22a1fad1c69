/// An amount beyond this is no sum of money in an order, and a hundred thousand of them still fit into `Int64`.
package let amountFenMax: Int64 = 10_000_000_000_000
