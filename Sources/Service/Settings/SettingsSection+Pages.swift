import Domain
import YAML

extension SettingsSection {
    private static let pagesKey = "raw_pages"
    private static let pageDays = 30

    /// How many days pages are kept: `raw_pages: {days: 30}`, which is what counts where nothing is said, or `never`.
    var pageDaysMax: Int? {
        guard has(Self.pagesKey) else { return Self.pageDays }
        if let entries = entries(Self.pagesKey) {
            if entries.count == 1, entries[0].key == "days", let days = Int(entries[0].text),
                (1...366).contains(days)
            {
                return days
            }
        } else if text(Self.pagesKey) == "never" {
            return nil
        }
        add(Self.pagesKey) { Notice("settings.raw_pages", $0) }
        return nil
    }
}
