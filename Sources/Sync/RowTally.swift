import Platforms

/// The distinct rows of answers; one that stands in an answer twice is two, because both were there at once.
struct RowTally {
    private(set) var count = 0
    private var sightings: [RowIdentity: Sighting] = [:]
    private var pages = 0
    private var lastPage: [RowIdentity] = []
    /// Whether rows came again otherwise than as the end of one page and the start of the next.
    private(set) var hasMoved = false

    private struct Sighting {
        /// The most in one answer.
        var most = 0
        var page = 0
        var onPage = 0

        /// Answers whether an answer held it as often for the first time.
        mutating func see(on page: Int) -> Bool {
            if page != self.page {
                self.page = page
                onPage = 0
            }
            onPage += 1
            guard onPage > most else { return false }
            most = onPage
            return true
        }
    }

    /// Adds the rows of a page; answers how many of them are new.
    mutating func add(_ rows: [RowIdentity]) -> Int {
        pages += 1
        let before = count
        for row in rows { see(row) }
        let repeated = rows.count - (count - before)
        // Where a page starts with the last row of the one before, or a row came in, no other was passed over.
        if repeated > 0, rows.prefix(repeated) != lastPage.suffix(repeated) { hasMoved = true }
        lastPage = rows
        return count - before
    }

    /// Adds what was seen in another reading.
    mutating func merge(_ other: RowTally) {
        for (row, sighting) in other.sightings {
            let most = sightings[row]?.most ?? 0
            if sighting.most > most {
                sightings[row, default: Sighting()].most = sighting.most
                count += sighting.most - most
            }
        }
    }

    private mutating func see(_ row: RowIdentity) {
        let isMore = sightings[row, default: Sighting()].see(on: pages)
        if isMore { count += 1 }
    }
}
