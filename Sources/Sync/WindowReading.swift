/// One reading of a window, from its first page on.
struct WindowReading: Hashable {
    let window: WindowPlan.Window
    /// The window of the plan that it is, or is a part of.
    let planned: WindowPlan.Window
    /// Which reading of just this window it is, counted from 1.
    let pass: Int
    /// Whether it is read in the place of a larger window that was not proved.
    let isPart: Bool

    /// The first reading of a window of the plan.
    init(_ planned: WindowPlan.Window) {
        self.init(planned, of: planned, pass: 1, isPart: false)
    }

    private init(
        _ window: WindowPlan.Window, of planned: WindowPlan.Window, pass: Int, isPart: Bool
    ) {
        self.window = window
        self.planned = planned
        self.pass = pass
        self.isPart = isPart
    }

    /// Its halves, which hold fewer rows than the platform refuses to give; `nil` where a second cannot be halved.
    var halves: [WindowReading]? {
        window.halves?.map { WindowReading($0, of: planned, pass: 1, isPart: isPart) }
    }

    /// What to read in its place where it was not proved: the same once more, then its halves; `nil` where a second was
    /// read often enough.
    var again: [WindowReading]? {
        let same = WindowReading(window, of: planned, pass: pass + 1, isPart: isPart)
        guard let halves = window.halves else {
            return pass < SyncLimits.passesOverSecondMax ? [same] : nil
        }
        if !isPart, pass == 1 { return [same] }
        return halves.map { WindowReading($0, of: planned, pass: 1, isPart: true) }
    }
}
