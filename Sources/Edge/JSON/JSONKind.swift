/// What a JSON value is.
package enum JSONKind: Sendable {
    case object, array, text, number, boolean, null
}
