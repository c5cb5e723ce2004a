"""Which segments become one."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from index.merging import SegmentSize, to_merge

sizes = st.lists(
    st.tuples(st.integers(1, 50_000), st.floats(0, 1)).map(lambda s: SegmentSize(s[0], int(s[0] * s[1]))), max_size=40
)


def test_a_few_segments_stay_as_they_are() -> None:
    assert to_merge([SegmentSize(1, 0)] * 7, 1000) == []
    assert to_merge([], 1000) == []


def test_segments_of_a_size_become_one_of_the_next() -> None:
    assert to_merge([SegmentSize(1, 0)] * 8 + [SegmentSize(5000, 0)], 1000) == list(range(8))
    assert to_merge([SegmentSize(5000, 0)] * 8, 1000) == []
    assert to_merge([SegmentSize(5000, 0)] * 8, 50_000) == list(range(8))


def test_segments_with_many_deleted_documents_are_written_again() -> None:
    assert to_merge([SegmentSize(100, 40), SegmentSize(100, 10)], 1000) == [0]
    assert to_merge([SegmentSize(3, 3), SegmentSize(100, 10)], 1000) == [0]


@settings(deadline=None)
@given(sizes, st.integers(1, 100_000))
def test_merging_ends_and_leaves_few_segments(segments: list[SegmentSize], most: int) -> None:
    documents = sum(size.live for size in segments)
    for _ in range(400):
        chosen = to_merge(segments, most)
        if not chosen:
            break
        live = sum(segments[n].live for n in chosen)
        assert live <= most
        segments = [size for n, size in enumerate(segments) if n not in chosen]
        segments += [SegmentSize(live, 0)] if live else []
    assert not to_merge(segments, most)
    assert sum(size.live for size in segments) == documents


def test_one_document_at_a_time_is_written_again_a_few_times_only() -> None:
    segments: list[SegmentSize] = []
    written = 0
    for _ in range(5000):
        segments.append(SegmentSize(1, 0))
        while chosen := to_merge(segments, 50_000):
            live = sum(segments[n].live for n in chosen)
            written += live
            segments = [size for n, size in enumerate(segments) if n not in chosen] + [SegmentSize(live, 0)]
    assert written < 5 * 5000
    assert len(segments) < 35
