package import Domain

/// The simulator cannot listen.
package struct SimulatorError: Error, Hashable {
    /// The port that was asked for.
    package let port: Int

    /// What happened and what to do.
    package var notice: Notice { Notice("simulate.no_port", port) }
}
