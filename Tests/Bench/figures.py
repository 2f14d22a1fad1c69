"""The thresholds of the project, and the tables."""

from dataclasses import dataclass, field
from statistics import median

PEAK_MB_MAX = 150
# A peak that differs by less than this between sizes is the same peak.
PEAK_GROWTH_MAX = 1.15
# (the other tool, required ratio, good ratio)
RATIOS = [("script", 3.0, None), ("dlt", None, None), ("floor", 0.5, 0.7)]
# Crediting anew, in orders a second, to the main job.
ANEW_RATIO = 1.5
REPORT_MS_MAX = 300
# At this number of orders; at others the report is shown only.
REPORT_ORDERS = 1_000_000


@dataclass
class Size:
    """All that was measured at one number of orders."""

    orders: int
    shops: int
    # Whole processes by tool, one a round.
    runs: dict = field(default_factory=dict)
    # The main job's verbs apart, the same days again and crediting anew, by name.
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

    def anew_ratio(self):
        return self.wall("daihuo") / self.stages["credit anew"].wall_seconds

    def report_ms(self):
        return median(run.wall_seconds for run in self.reports) * 1000


class Tables:
    """The text of the answer, and the required thresholds that were missed."""

    def __init__(self):
        self.lines, self.missed = [], []

    def _row(self, name, cells, width=11):
        self.lines.append(f"{name:<20}" + "".join(f"{cell:>{width}}" for cell in cells))

    def _figure(self, name, orders, measured, required=None, good=None, is_met=None):
        """A figure with what is required and what is good; where nothing is required it is shown only."""
        verdict = [] if required is None else ["ok" if is_met else "MISSED"]
        self._row(name, [measured, required or "-", good or "-", *verdict])
        if required and not is_met:
            self.missed.append(f"{name} at {orders:,} orders: {measured}, required {required}")

    def add(self, size):
        """All tables of one size."""
        rounds = len(size.runs["daihuo"])
        self.lines.append(
            f"== {size.orders:,} orders of {size.shops} shops: "
            f"whole processes, median of {rounds} rounds (dlt: 1) =="
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
                self._ratio(f"daihuo / {tool}", size, size.wall(tool) / size.wall("daihuo"), required, good)
        self._ratio("credit anew / run", size, size.anew_ratio(), ANEW_RATIO)
        self._ratio("unchanged re-sync", size, size.resync_ratio())
        peak = size.peak_mb()
        self._figure(
            "peak memory", size.orders, f"{peak:.0f} MB", f"<= {PEAK_MB_MAX} MB", is_met=peak <= PEAK_MB_MAX
        )
        report = size.report_ms()
        required = f"<= {REPORT_MS_MAX} ms" if size.orders == REPORT_ORDERS else None
        self._figure(
            "report of December", size.orders, f"{report:.0f} ms", required, is_met=report <= REPORT_MS_MAX
        )

    def _ratio(self, name, size, ratio, required=None, good=None):
        """How many times as fast; at least so many are required."""
        wanted = [least and f">= {least:g} x" for least in (required, good)]
        self._figure(name, size.orders, f"{ratio:.2f} x", *wanted, required is None or ratio >= required)

    def _stages(self, size):
        self.lines.append("")
        self._row("stage, once", ["orders/s", "wall s", "CPU s", "peak MB"])
        for name, run in size.stages.items():
            times = [f"{run.wall_seconds:.2f}", f"{run.cpu_seconds:.2f}"]
            self._row(name, [f"{size.orders / run.wall_seconds:,.0f}", *times, f"{run.peak_mb:.0f}"])

    def compare_sizes(self, sizes):
        """Peak memory over the sizes: it must not grow."""
        if len(sizes) < 2:
            return
        sizes = sorted(sizes, key=lambda size: size.orders)
        least, most = sizes[0], sizes[-1]
        growth = most.peak_mb() / least.peak_mb()
        required = f"<= {PEAK_GROWTH_MAX:g} x"
        self.lines.append(f"== from {least.orders:,} to {most.orders:,} orders ==")
        self._figure(
            "growth of the peak", most.orders, f"{growth:.2f} x", required, is_met=growth <= PEAK_GROWTH_MAX
        )
        self.lines.append("")
