"""The thresholds of the project, and the tables."""

from dataclasses import dataclass, field
from statistics import median

PEAK_MB_MAX = 150
# A peak that differs by less than this between sizes is the same peak.
PEAK_GROWTH_MAX = 1.15
# (the other tool, required ratio, good ratio)
RATIOS = [("script", 3.0, None), ("dlt", 20.0, None), ("floor", 0.5, 0.7)]
RESYNC_RATIO = 3.0
REPORT_MS_MAX = 100
REPORT_ORDERS_MAX = 1_000_000


@dataclass
class Size:
    """All that was measured at one number of orders."""

    orders: int
    # Whole processes by tool, one a round.
    runs: dict = field(default_factory=dict)
    # The main job's verbs apart, by name.
    stages: dict = field(default_factory=dict)
    # `report attribution` over December, several times.
    reports: list = field(default_factory=list)

    def wall(self, tool):
        """The median of the rounds, in seconds."""
        return median(run.wall_seconds for run in self.runs[tool])

    def peak_mb(self):
        """daihuo's highest, over all rounds."""
        return max(run.peak_mb for run in self.runs["daihuo"])

    def resync_ratio(self):
        return self.stages["sync"].wall_seconds / self.stages["sync again"].wall_seconds

    def report_ms(self):
        return median(run.wall_seconds for run in self.reports) * 1000


class Tables:
    """The text of the answer, and the required thresholds that were missed."""

    def __init__(self):
        self.lines, self.missed = [], []

    def _row(self, name, cells, width=11):
        self.lines.append(f"{name:<20}" + "".join(f"{cell:>{width}}" for cell in cells))

    def _threshold(self, name, orders, cells, is_met):
        """A figure with what is required and what is good."""
        self._row(name, [*cells, "ok" if is_met else "MISSED"])
        if not is_met:
            self.missed.append(f"{name} at {orders:,} orders: {cells[0]}, required {cells[1]}")

    def add(self, size):
        """All tables of one size."""
        rounds = len(size.runs["daihuo"])
        self.lines.append(
            f"== {size.orders:,} orders: whole processes, median of {rounds} rounds (dlt: 1) =="
        )
        self._tools(size)
        self._thresholds(size)
        self._stages(size)
        self.lines.append("\nthe tools' own words, last round:")
        self.lines += [f"  {runs[-1].output.strip()}" for tool, runs in size.runs.items() if tool != "daihuo"]
        self.lines.append("")

    def _tools(self, size):
        self._row("", ["orders/s", "wall s", "least", "most", "CPU s", "peak MB"])
        for tool, runs in size.runs.items():
            walls = [run.wall_seconds for run in runs]
            cpu, peak = median(run.cpu_seconds for run in runs), max(run.peak_mb for run in runs)
            times = [f"{value:.2f}" for value in (median(walls), min(walls), max(walls), cpu)]
            self._row(tool, [f"{size.orders / median(walls):,.0f}", *times, f"{peak:.0f}"])

    def _thresholds(self, size):
        self.lines.append("")
        self._row("", ["measured", "required", "good"])
        for tool, required, good in RATIOS:
            if tool in size.runs:
                ratio = size.wall(tool) / size.wall("daihuo")
                wanted = [f">= {required:g} x", f">= {good:g} x" if good else "-"]
                self._threshold(
                    f"daihuo / {tool}", size.orders, [f"{ratio:.2f} x", *wanted], ratio >= required
                )
        peak = size.peak_mb()
        self._threshold(
            "peak memory", size.orders, [f"{peak:.0f} MB", f"<= {PEAK_MB_MAX} MB", "-"], peak <= PEAK_MB_MAX
        )
        ratio = size.resync_ratio()
        self._threshold(
            "unchanged re-sync",
            size.orders,
            [f"{ratio:.2f} x", f">= {RESYNC_RATIO:g} x", "-"],
            ratio >= RESYNC_RATIO,
        )
        report = size.report_ms()
        cells = [f"{report:.0f} ms", f"< {REPORT_MS_MAX} ms", "-"]
        self._threshold(
            "report of December",
            size.orders,
            cells,
            report < REPORT_MS_MAX or size.orders > REPORT_ORDERS_MAX,
        )

    def _stages(self, size):
        self.lines.append("")
        self._row("stage, once", ["wall s", "CPU s", "peak MB"])
        for name, run in size.stages.items():
            self._row(name, [f"{run.wall_seconds:.2f}", f"{run.cpu_seconds:.2f}", f"{run.peak_mb:.0f}"])

    def compare_sizes(self, sizes):
        """Peak memory over the sizes: it must not grow."""
        if len(sizes) < 2:
            return
        sizes = sorted(sizes, key=lambda size: size.orders)
        least, most = sizes[0], sizes[-1]
        growth = most.peak_mb() / least.peak_mb()
        cells = [f"{growth:.2f} x", f"<= {PEAK_GROWTH_MAX:g} x", "-"]
        self.lines.append(f"== from {least.orders:,} to {most.orders:,} orders ==")
        self._threshold("growth of the peak", most.orders, cells, growth <= PEAK_GROWTH_MAX)
        self.lines.append("")
