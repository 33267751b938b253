"""A sieve remembers the words that say nothing, and says the same whatever it has met before."""

from tracker.cable.hints import Sieve, words_in

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
    monkeypatch.setattr(Sieve, "MOST_KEPT", 10)
    sieve = Sieve(_long)

    for number in range(100):
        assert sieve.caught(words_in(f"{number} {number}0000")) == [f"{number}0000"]

    assert len(sieve._kept) <= 20
