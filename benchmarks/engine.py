"""The engine measured beside a floor and beside other engines: ``python -m benchmarks.engine``.

The floor is what the same walk costs in bare dictionaries, without trail, canonical form, conditions or errors.
Absolute times belong to the machine; quote the ratios. Peers that are not installed are named and left out.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path

from benchmarks import chain
from benchmarks.timing import machine, microseconds, number, print_table
from guide_tui.model.tree import Tree
from guide_tui.services.opening import open_library
from guide_tui.trees.explain import alternatives, decided_by
from guide_tui.trees.lint import lint_tree
from guide_tui.trees.narrow import Prospect, prospect, ruled_out
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
        plain, back = chain.tree(length), chain.tree(length, looking_back=True)
        assert resolve(plain, given, TODAY).node == resolve(back, given, TODAY).node == walk(ways, given) == "end"
        spent = microseconds(
            {
                "floor": partial(walk, ways, given),
                "plain": partial(resolve, plain, given, TODAY),
                "back": partial(resolve, back, given, TODAY),
            }
        )
        row = [str(length), number(spent["floor"])]
        for name in ("plain", "back"):
            row += [number(spent[name]), number(spent[name] / length), f"x{spent[name] / spent['floor']:.1f}"]
        rows.append(row)
    print("Replay of a chain of questions; rules that look back read the answer before")
    head = ("questions", "floor µs", "plain µs", "a question", "to floor", "looking back µs", "a question", "to floor")
    print_table(head, rows)


def peers() -> None:
    """The same decision by other engines."""
    given, ways, tree = chain.responses(COMPARED), chain.plain(COMPARED), chain.tree(COMPARED)
    calls: dict[str, Callable[[], object] | None] = {
        "dictionaries (the floor)": partial(walk, ways, given),
        "guide_tui resolve": lambda: resolve(tree, given, TODAY).node,
        "zen-engine, decision table": zen_engine(given),
        "transitions, state machine": state_machine(given),
    }
    here = {name: call for name, call in calls.items() if call is not None}
    for name, call in here.items():
        assert call() == "end", name
    spent = microseconds(here)
    floor = next(iter(spent.values()))
    rows = [
        [name, number(spent[name]), f"x{spent[name] / floor:.1f}"] if name in spent else [name, "not installed", ""]
        for name in calls
    ]
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
        warm = Space(tree, TODAY)
        spent = microseconds(
            {
                "links alone (the floor)": partial(links, tree),
                "replay of the longest path": partial(resolve, tree, answers, TODAY),
                "narrowing, nothing known yet": partial(first_narrowing, tree),
                "narrowing, on every later answer": partial(prospect, warm, {}),
                "ruled out, longest path": partial(ruled_out, warm, answers),
                "what decided it": partial(decided_by, warm, answers),
                "what would change it": partial(alternatives, warm, answers),
                "lint": partial(lint_tree, tree, TODAY),
            }
        )
        floor = next(iter(spent.values()))
        rows = [[name, number(each / 1000), f"x{each / floor:.1f}"] for name, each in spent.items()]
        print(_described(tree, len(longest.steps)))
        print_table(("", "ms", "to floor"), rows)


def links(tree: Tree) -> list[list[str]]:
    """The floor: every link of the tree looked at once, whatever the conditions."""
    return [list(targets(tree, node)) for node in bottom_up(tree)]


def first_narrowing(tree: Tree) -> Prospect:
    """Narrowing that has to find the states first."""
    return prospect(Space(tree, TODAY), {})


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
