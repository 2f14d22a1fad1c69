import Domain
import Tabular

extension TabularError {
    /// The same with what whoever keeps a roster can do about it: no platform exports a roster.
    var ofRoster: TabularError {
        guard let remedy = remedyOfRoster else { return self }
        return TabularError(file: file, line: line, column: column, what: what, remedy: remedy)
    }

    /// `nil` where what is said of any table fits.
    private var remedyOfRoster: Notice? {
        switch remedy.code {
        case "table.check_header": Notice("roster.add_column")
        case "table.delete_columns": Notice("roster.delete_columns")
        case "table.mend_row": Notice("roster.mend_row")
        case "table.export_without_excel": Notice("roster.ids_as_text")
        case "table.remove_password": Notice("roster.remove_password")
        case "table.mend_in_excel": Notice("roster.mend_in_excel")
        case "table.name_sheet": Notice("roster.keep_one_sheet")
        case "table.check_disk", "table.download_or_export", "table.export_or_download":
            Notice("roster.restore_file")
        case "table.unzip", "table.log_in_again", "table.export_again", "table.export_as_csv",
            "table.keep_encoding", "table.save_as_workbook", "table.save_in_excel", "table.unzip_first":
            Notice("roster.save_file_anew")
        default: nil
        }
    }
}
