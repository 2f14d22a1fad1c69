/// How a command begins that people are told to run: pasted as it stands, it works by the same configuration.
package enum Invocation {
    /// The configuration that a command has to name, as this process was given it; `nil` where it is found without.
    ///
    /// It goes with the task: what is told of may be noticed anywhere, also where no configuration is known.
    @TaskLocal package static var config: String?

    /// `daihuo`, or `daihuo --config bureau/daihuo.yaml`.
    package static var daihuo: String {
        config.map { "daihuo --config \($0.shellWord)" } ?? "daihuo"
    }
}

extension String {
    /// The text as one word of a command: in quotes where a shell would take it for something else.
    package var shellWord: String {
        let isPlain = !isEmpty && allSatisfy { $0.isLetter || $0.isNumber || "-_./".contains($0) }
        return isPlain ? self : "'\(replacing("'", with: #"'\''"#))'"
    }
}
