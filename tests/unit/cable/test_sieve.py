"""A sieve remembers the words that say nothing, and says the same whatever it has met before."""

from tracker.cable import hints
from tracker.cable.hints import Family, Sieve, signs_of, words_in

SENTENCES = ("post will report", "the port will open", "post is asked to report the ports", "")


def _long(word):
    return len(word) > 4


def test_a_sieve_catches_the_words_its_test_holds_for():
    sieve = Sieve(_long)

    for _ in range(2):  # at first sight and again
        for text in SENTENCES:
            assert sorted(sieve.caught(words_in(text))) == sorted(filter(_long, words_in(text)))


def test_a_sieve_asks_about_a_word_once_where_it_says_nothing():
    asked = []
    sieve = Sieve(asked.append)

    for text in SENTENCES * 2:
        sieve.caught(words_in(text))

    assert len(asked) == len(set(asked))


def test_a_sieve_keeps_no_more_words_than_it_may(monkeypatch):
    monkeypatch.setattr(hints, "MOST_KEPT", 10)
    sieve = Sieve(_long)

    for number in range(100):
        assert sieve.caught(words_in(f"{number} {number}0000")) == [f"{number}0000"]

    assert len(hints._BITS) <= 10
    assert len(hints._PLAIN) <= 10


def test_the_signs_of_words_tell_whether_a_word_of_a_family_or_of_a_sieve_stands_there():
    family, sieve = Family({"port", "ports"}), Sieve(_long)

    for _ in range(2):
        for text in SENTENCES:
            words = words_in(text)
            assert bool(signs_of(words) & family.bit) == (not family.isdisjoint(words))
            assert bool(signs_of(words) & sieve.bit) == any(map(_long, words))


def test_a_family_that_comes_later_is_seen_in_words_met_before():
    words = words_in("post will report")
    signs_of(words)

    late = Family({"report"})

    assert signs_of(words) & late.bit
