package import Domain

/// Henan in November and December 2022: parties, shops and orders from a seed, with known truth.
///
/// The eight figures of the founding article come out of disjoint orders to the gram; nothing else weighs anything net
/// of returns. The scale changes the number of orders, never the tonnes. The same seed and scale give the same bytes.
package struct Scenario: Sendable {
    /// The eight figures, with what the reports must print.
    package let figures: [Figure]
    /// All lines that are sales, whoever is credited.
    package let totals: Totals
    let accounts: [Account]
    let orders: [OrderSpec]
    let roster: Roster
    let goods: [Goods]
    /// What halls sell, which the lists that they keep name by title.
    let hallGoods: [Goods]

    /// What a right reading of everything adds up to at `finalNow`.
    package struct Totals: Hashable, Sendable {
        /// Sale lines, and the orders that have one.
        package var orders = 0
        package var lines = 0
        package var grossFen = Fen.zero
        package var paidFen = Fen.zero
        package var refundedFen = Fen.zero
        package var netFen = Fen.zero
        package var grams = Grams.zero
    }

    /// The scenario: scale 1 has 10^5 orders or more, and at any scale every party sells at least once.
    package init(seed: UInt64, scale: Double) {
        let builder = ScenarioBuilder(seed: seed, scale: scale)
        accounts = builder.accounts
        orders = builder.orders
        roster = builder.roster
        goods = builder.assortments.catalogued
        hallGoods = builder.assortments.halls.goods
        let truth = Truth(orders: builder.orders)
        figures = truth.figures
        totals = truth.totals
    }

    /// The clock of the first round: 2022-12-20 08:00 Beijing time.
    package var firstNow: Instant { Season.firstNow }
    /// The clock of the second round, 2022-12-31 08:00 Beijing time: late refunds, late and changed orders are seen.
    package var finalNow: Instant { Season.finalNow }
    /// All orders, whatever became of them.
    package var orderCount: Int { orders.count }
}
