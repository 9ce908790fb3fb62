"""What is counted while the bot runs, in the terms of Prometheus. Counting costs about a microsecond a question."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    GCCollector,
    Histogram,
    PlatformCollector,
    ProcessCollector,
    generate_latest,
)
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

Read = Callable[[], Mapping[str, float]]

TYPE = CONTENT_TYPE_LATEST
# Discord's clients give up after three seconds; most answers take some milliseconds.
SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 3.0, 10.0)
FREE = "free"


class Metrics:
    """The figures of one process, in a registry of their own: two in one process do not meet."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        for collect in (ProcessCollector, PlatformCollector, GCCollector):
            collect(registry=self.registry)
        questions = self._counter("bot_questions", "Questions by outcome and command.", "outcome", "command")
        self._asked: Callable[[str, str], Counter] = cache(questions.labels)
        self._reconnects = self._counter("bot_gateway_reconnects", "Sessions resumed or begun anew.", "how")
        self._lines = self._counter("bot_log_lines", "Lines of the log from WARNING up, by level.", "level")
        self._reloads = self._counter("bot_knowledge_reloads", "Reloads of the knowledge.", "outcome")
        self._seconds = Histogram(
            "bot_answer_seconds", "From hearing a question to its answer sent.", buckets=SECONDS, registry=self.registry
        )

    def asked(self, outcome: str, command: str) -> None:
        """Count a question; "" is the command of a free one."""
        self._asked(outcome, command or FREE).inc()

    def reconnected(self, how: str) -> None:
        """Count a session of the gateway that was lost: "resumed" or "anew"."""
        self._reconnects.labels(how).inc()

    def logged(self, level: str) -> None:
        """Count a line of the log."""
        self._lines.labels(level).inc()

    def reloaded(self, outcome: str) -> None:
        """Count a reload of the knowledge: "done" or "refused"."""
        self._reloads.labels(outcome).inc()

    def took(self, seconds: float) -> None:
        """Note how long an answer took, from hearing the question."""
        self._seconds.observe(seconds)

    def look_at(self, name: str, about: str, label: str, read: Read, *, counts: bool = False) -> None:
        """Ask `read` for the figures by `label` whenever somebody wants to see them; `counts` where they only grow."""
        self.registry.register(_Looked(name, about, label, read, counts=counts))

    def shown(self) -> bytes:
        """Return all figures as Prometheus reads them."""
        return generate_latest(self.registry)

    def _counter(self, name: str, about: str, *labels: str) -> Counter:
        return Counter(name, about, labels, registry=self.registry)


class _Looked(Collector):
    def __init__(self, name: str, about: str, label: str, read: Read, *, counts: bool) -> None:
        self._family = CounterMetricFamily if counts else GaugeMetricFamily
        self._name, self._about, self._label, self._read = name, about, label, read

    def describe(self) -> Iterable[Metric]:
        """Return nothing: the registry would ask for figures that are not there yet."""
        return ()

    def collect(self) -> Iterable[Metric]:
        """Return the figures of this moment."""
        family = self._family(self._name, self._about, labels=[self._label])
        for name, figure in self._read().items():
            family.add_metric([name], figure)
        yield family
