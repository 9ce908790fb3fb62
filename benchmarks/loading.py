"""Where the time of a start goes: run by itself, it is a fresh process that prints its stages as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from benchmarks.figures import Figures, Row
from benchmarks.processes import output


def stages(folder: Path) -> dict[str, float]:
    """Return the seconds of each stage, in order. Imports are only measured where this process has not made them."""
    marks = {"": perf_counter()}
    from bot.assistant import Assistant
    from bot.knowledge.base import Knowledge
    from bot.knowledge.draft import Draft
    from bot.knowledge.folder import list_folder, read_limited
    from bot.knowledge.links import check_links
    from bot.knowledge.loading import load_folder
    from bot.knowledge.rules import check_rules
    from bot.knowledge.yaml_reading import read_yaml

    marks["imports"] = perf_counter()
    found = list_folder(folder).found
    documents = [read_yaml(content) for one in found if isinstance(content := read_limited(one), bytes)]
    marks["YAML"] = perf_counter()
    draft = Draft()
    complaints = [draft.add(one.kind, one.file, document) for one, document in zip(found, documents, strict=True)]
    marks["models"] = perf_counter()
    problems = [*check_links(draft), *check_rules(draft)]
    marks["links and rules"] = perf_counter()
    assert not any((*complaints, *problems)), "the knowledge has problems: run `bot check`"
    tables = load_folder(folder)
    marks["(again, whole)"] = perf_counter()
    assistant = Assistant(Knowledge(tables))
    marks["indexes and reader"] = perf_counter()
    assistant.reply("!champion LMP3 2022")
    marks["first reply"] = perf_counter()
    times = list(marks.values())
    return {name: end - start for name, start, end in zip(list(marks)[1:], times[:-1], times[1:], strict=True)}


def rows(folder: Path, rounds: int) -> Iterator[Row]:
    """Yield the time of each stage over `rounds` fresh processes."""
    measured = [json.loads(output([sys.executable, "-m", "benchmarks.loading", str(folder)])) for _ in range(rounds)]
    for stage in measured[0]:
        if not stage.startswith("("):
            figures = Figures(tuple(one[stage] for one in measured)).scaled(1e3)
            yield Row(f"  start: {stage}", f"{figures} ms")


if __name__ == "__main__":
    print(json.dumps(stages(Path(sys.argv[1]))))
