import Domain
import SeededRandomness

/// The few names that all histories use: few, so that they meet.
enum Words {
    static let shops = [
        Account(id: "a-1", platform: "douyin", channel: .douyin, shopID: "4463798"),
        Account(id: "b-1", platform: "p832", channel: .p832, shopID: "s-832"),
        Account(id: "hall-3", platform: "hall", channel: .hall, shopID: "h-3"),
    ]
    /// Where order files of the shops are imported for, and what an ERP tells of them, too.
    static let fileAccount = "files"
    static let erpAccount = "erp"
    static let erpPlatform = "jushuitan"

    static let hosts = ["host-1", "host-2", "host-3", ""]
    static let rooms = ["room-1", "room-2", ""]
    static let products = ["g-1", "g-2", "g-3", ""]
    static let skus = ["k-1", "k-2", ""]
    static let categories = ["粉条", "红薯", ""]
    static let purchasers = ["u-1", "u-2", ""]
    static let purchaserNames = ["示例大学", "示例医院", ""]
    static let parties = ["p-1", "p-2", "p-3", "p-4", "p-5"]
    static let sessions = ["live-1", "live-2"]
    static let campaigns = ["c-1", "c-2"]
    /// Villages, counties, a prefecture.
    static let regions: [Region?] = ["411422100200", "411423", "411422", "410122100000", "410100"].map {
        Region($0)
    }
    /// Divisions to ask for.
    static let divisions = ["411422", "411400", "410000", "411422100200", "410100", ""]

    static let firstDay = BusinessDay(number: 19_297)
    /// No source knows anything later, and nothing is read before.
    static let firstFetch = firstDay.advanced(by: 50).start
    static let lastDay = firstDay.advanced(by: 70)
}

extension SeededRandom {
    /// Whether something happens that happens so often.
    mutating func happens(percent: Int) -> Bool { next(in: 1...100) <= percent }

    /// A day of the histories.
    mutating func day(in days: ClosedRange<Int> = 0...35) -> BusinessDay {
        Words.firstDay.advanced(by: next(in: days))
    }

    /// So many milliseconds at most, in whole minutes.
    mutating func minutes(upTo count: Int) -> Int64 { Int64(next(in: 0...count)) * 60_000 }
}
