/// When something is an alarm.
package struct AlarmRules: Hashable, Sendable {
    /// Turns of an account that failed one after the other.
    package var failuresMax = 3
    /// How long an account may fail, however few turns that were.
    package var failingMax = Duration.seconds(86_400)
    /// How many of its beats an account may be silent.
    package var beatsMax = 3
    /// An account that is silent for less is never told of.
    package var silenceMin = Duration.seconds(3600)
    /// How long a process that begins has time to read what was missed before it calls an account silent.
    package var graceAtStart = Duration.seconds(900)
    /// Days left of a token: time to ask a shop for its consent anew.
    package var tokenDaysMax: Int64 = 7
    /// After so long it is told once more.
    package var repeatAfter = Duration.seconds(86_400)

    /// After so long, where it did not reach the address that it was posted to.
    package var repeatAfterFailure = Duration.seconds(900)

    /// The rules where nothing else is said.
    package init(failuresMax: Int = 3) {
        self.failuresMax = failuresMax
    }
}
