internal import Domain

/// What a YAML file of a bureau's folder describes: a platform with an API, or an export.
package enum DescribedSource {
    case platform(DeclaredPlatform)
    case file(DeclaredFile)

    /// Reads a description; `kind: file` says that it is of an export. `file` names it in problems.
    ///
    /// Throws every problem at once.
    package init(yaml: String, file: String) throws(DeclaredError) {
        // What cannot be read at all is told by whoever reads it whole.
        let kind = DescriptionProblems(file: file).root(of: yaml)?.values(below: "kind").first
        self =
            kind == "file"
            ? .file(try DeclaredFile(yaml: yaml, file: file))
            : .platform(try DeclaredPlatform(yaml: yaml, file: file))
    }
}
