/// The simulator cannot listen.
package struct SimulatorError: Error, Hashable, CustomStringConvertible {
    /// The port that was asked for.
    package let port: Int

    package var description: String { "模拟平台无法监听 127.0.0.1:\(port)，端口可能已被占用，请换一个端口或用 0 自动选择" }
}
