"""The engine measured beside a floor and beside other engines: ``python -m benchmarks.engine``.

The floor is what the same walk costs in bare dictionaries, without trail, canonical form, conditions or errors.
Absolute times belong to the machine; quote the ratios. Peers that are not installed are named and left out.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from benchmarks import chain
from benchmarks.timing import machine, microseconds, number, print_table
from guide_tui.model.tree import Tree
from guide_tui.services.opening import open_library
from guide_tui.trees.explain import alternatives, decided_by
from guide_tui.trees.lint import lint_tree
from guide_tui.trees.narrow import prospect, ruled_out
from guide_tui.trees.paths import count_paths, paths
from guide_tui.trees.replay import resolve
from guide_tui.trees.space import Space, bottom_up, targets

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 5)
LENGTHS = (10, 50, 150, 600)
COMPARED = 150


def walk(ways: Mapping[str, Mapping[str, str]], given: Mapping[str, str], node: str = "q0") -> str:
    """The floor: from node to node by dictionary."""
    while node in ways:
        node = ways[node][given[node]]
    return node


def replay() -> None:
    """Replay of chains of growing length, to show that a question costs the same however many there are."""
    rows = []
    for length in LENGTHS:
        given, ways = chain.responses(length), chain.plain(length)
        floor = microseconds(lambda given=given, ways=ways: walk(ways, given))
        row = [str(length), number(floor)]
        for looking_back in (False, True):
            tree = chain.tree(length, looking_back=looking_back)
            assert resolve(tree, given, TODAY).node == walk(ways, given) == "end"
            spent = microseconds(lambda tree=tree, given=given: resolve(tree, given, TODAY))
            row += [number(spent), number(spent / length), f"x{spent / floor:.1f}"]
        rows.append(row)
    print("Replay of a chain of questions; rules that look back read the answer before")
    head = ("questions", "floor µs", "plain µs", "a question", "to floor", "looking back µs", "a question", "to floor")
    print_table(head, rows)


def peers() -> None:
    """The same decision by other engines."""
    given, ways, tree = chain.responses(COMPARED), chain.plain(COMPARED), chain.tree(COMPARED)
    floor = microseconds(lambda: walk(ways, given))
    calls: dict[str, Callable[[], object] | None] = {
        "dictionaries (the floor)": lambda: walk(ways, given),
        "guide_tui resolve": lambda: resolve(tree, given, TODAY).node,
        "zen-engine, decision table": zen_engine(given),
        "transitions, state machine": state_machine(given),
    }
    rows = []
    for name, call in calls.items():
        if call is None:
            rows.append([name, "not installed", ""])
            continue
        assert call() == "end", name
        spent = microseconds(call)
        rows.append([name, number(spent), f"x{spent / floor:.1f}"])
    print(f"The decision of {COMPARED} chained questions")
    print_table(("engine", "µs", "to floor"), rows)


def zen_engine(given: Mapping[str, str]) -> Callable[[], object] | None:
    """zen-engine (Rust) evaluating a compiled decision table; None where it is not installed."""
    try:
        import zen
    except ImportError:
        return None
    decision = zen.ZenEngine().create_decision(chain.decision_table(len(given)))
    return lambda: decision.evaluate(given)["result"]["node"]


def state_machine(given: Mapping[str, str]) -> Callable[[], object] | None:
    """A machine of transitions, driven by the answers from its start; None where it is not installed."""
    try:
        from transitions import Machine
    except ImportError:
        return None
    logging.getLogger("transitions").setLevel(logging.ERROR)
    ways = chain.plain(len(given))
    driven = Machine(
        states=[*ways, "end", "stopped"],
        transitions=chain.transitions(len(given)),
        initial="q0",
        auto_transitions=False,
    )

    def decide() -> object:
        driven.set_state("q0")
        while driven.state in ways:
            driven.trigger(given[driven.state])
        return driven.state

    return decide


def shipped() -> None:
    """Everything that a screen or an author asks of the trees that we ship."""
    for tree in open_library(ROOT).trees.values():
        longest = max(paths(Space(tree, TODAY)), key=lambda path: len(path.steps))
        answers = longest.witness
        floor = microseconds(lambda tree=tree: [list(targets(tree, node)) for node in bottom_up(tree)])
        warm = Space(tree, TODAY)
        calls: dict[str, Callable[[], object]] = {
            "replay of the longest path": lambda tree=tree, answers=answers: resolve(tree, answers, TODAY),
            "narrowing, nothing known yet": lambda tree=tree: prospect(Space(tree, TODAY), {}),
            "narrowing, on every later answer": lambda warm=warm: prospect(warm, {}),
            "ruled out, longest path": lambda warm=warm, answers=answers: ruled_out(warm, answers),
            "what decided it": lambda warm=warm, answers=answers: decided_by(warm, answers),
            "what would change it": lambda warm=warm, answers=answers: alternatives(warm, answers),
            "lint": lambda tree=tree: lint_tree(tree, TODAY),
        }
        rows = [["links alone (the floor)", number(floor / 1000), "x1.0"]]
        for name, call in calls.items():
            spent = microseconds(call)
            rows.append([name, number(spent / 1000), f"x{spent / floor:.1f}"])
        print(_described(tree, len(longest.steps)))
        print_table(("", "ms", "to floor"), rows)


def _described(tree: Tree, longest: int) -> str:
    count = count_paths(Space(tree, TODAY))
    return (
        f"{tree.id}: {len(tree.questions)} questions, {len(tree.outcomes)} outcomes, {count} paths, "
        f"the longest of {longest} questions"
    )


if __name__ == "__main__":
    print(f"{machine()}\n")
    replay()
    peers()
    shipped()
