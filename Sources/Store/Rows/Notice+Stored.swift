import Domain
import Foundation

extension Notice {
    /// The notice of a column: the code and what stands in the sentence, as a JSON list; what is none is shown as it is.
    init(stored text: String) {
        self = (try? JSONDecoder().decode(Notice.self, from: Data(text.utf8))) ?? .verbatim(text)
    }

    /// As it stands in a column: `["record.id_empty"]`.
    func stored() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
