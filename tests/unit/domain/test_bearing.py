"""Whether a yes or a no is one to what was asked."""

import pytest

from tracker.domain.bearing import kind_for

AGAINST = "Embassy should ask that Norway vote against the motion on whales."
FOR = "Embassy should ask that Norway vote for the motion on whales."
NOT = "Embassy should urge the ministry not to license the sale."


@pytest.mark.parametrize(
    ("kind", "quote", "asked", "expected"),
    [
        ("refused", "Norway would vote against the motion.", AGAINST, "agreed"),
        ("refused", "Norway will abstain.", FOR, "refused"),
        ("agreed", "Norway will vote for the motion.", AGAINST, "refused"),
        ("agreed", "Norway will vote for the motion.", FOR, "agreed"),
        ("agreed", "The minister agreed.", AGAINST, "agreed"),
        ("agreed", "Norway would vote for one motion and against the other.", AGAINST, "agreed"),
        ("refused", "The ministry will not license the sale.", NOT, "agreed"),
        ("refused", "The ministry said it could not stop the sale.", NOT, "refused"),
        (
            "refused",
            "The ministry will not license the sale.",
            "Embassy should ask for a license.",
            "refused",
        ),
        ("refused", "Norway has no candidates this year.", "Embassy should report any candidates.", "agreed"),
        (
            "refused",
            "There are no wrecks off Moss.",
            "Embassy should determine how many wrecks lie off Moss.",
            "agreed",
        ),
        ("refused", "The yard has no figures.", "Embassy should report the number of buoys.", "refused"),
        (
            "refused",
            "The hall has no roof.",
            "Embassy should learn whether Norway can host the seminar.",
            "refused",
        ),
        ("refused", "There is no money.", "Embassy should ask for a contribution.", "refused"),
        ("will answer", "The ministry will not decide until May.", NOT, "will answer"),
    ],
)
def test_a_no_to_what_was_not_to_be_is_a_yes(kind, quote, asked, expected):
    assert kind_for(kind, quote, asked) == expected
