"""Learning what confidence means: small runs on papers made for it."""

from __future__ import annotations

from pathlib import Path
from random import Random

import numpy as np

from intake.learned.additive import loaded, saved
from training.fitting import honest, limit_for, weighed
from training.learn_confidence import learned
from training.shown import drawn


def cases(count: int) -> tuple[list[dict[str, float]], list[bool]]:
    """Values that are right as often as their score says; "noise" says nothing, "odd" is against them."""
    rng = Random(5)
    shown, right = [], []
    for _ in range(count):
        score, odd = rng.random(), rng.random() < 0.3
        shown.append({"score": score, "noise": rng.random(), **({"odd": 1.0} if odd else {})})
        right.append(rng.random() < score * (0.5 if odd else 1.0))
    return shown, right


def test_weights_follow_what_was_right() -> None:
    model = weighed(*cases(2000), ("score",), (), 1.0, 10)
    assert model.weights["score"] > 2
    assert model.weights["odd"] < -0.5
    assert abs(model.weights["noise"]) < 0.5
    assert model.against({"score": 0.5, "odd": 1.0})[0] == "odd"


def test_a_trait_of_a_known_direction_never_speaks_the_other_way() -> None:
    assert "score" not in weighed(*cases(2000), (), ("score",), 1.0, 10).weights


def test_probabilities_are_honest_and_rise() -> None:
    shown, right = cases(4000)
    model = honest(weighed(shown, right, ("score",), (), 1.0, 10), shown, right)
    sure = np.array([model.chance(traits) for traits in shown])
    for low in (0.0, 0.25, 0.5, 0.75):
        inside = (sure >= low) & (sure < low + 0.25)
        assert inside.sum() < 50 or abs(sure[inside].mean() - np.array(right)[inside].mean()) < 0.05
    assert np.all(np.diff(model.chances) >= 0)


def test_the_limit_lets_no_more_errors_through_than_wanted() -> None:
    chances = [0.99, 0.98, 0.97, 0.9, 0.8]
    assert limit_for(chances, [True, True, False, True, True], 0.0) == 0.98
    assert limit_for(chances, [True, True, False, True, True], 0.2) == 0.8
    assert limit_for(chances, [False] * 5, 0.01) > 1.0


def test_the_same_papers_teach_the_same_and_come_back_from_a_file(tmp_path: Path) -> None:
    papers, apart = drawn(5, 60, 1), drawn(6, 30, 1)
    once, again = learned(papers, apart), learned(drawn(5, 60, 1), apart)
    assert once.parts.values.weights == again.parts.values.weights
    assert once.papers.weights == again.papers.weights
    saved(tmp_path / "values.npz", once.parts.values)
    back = loaded(tmp_path / "values.npz")
    for paper in apart[:5]:
        for value in paper.values:
            assert abs(back.chance(value.traits) - once.parts.values.chance(value.traits)) < 1e-3
