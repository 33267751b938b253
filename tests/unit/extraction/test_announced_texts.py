"""Texts that stand behind a label, as counted points, as questions with answers or in quotation marks; and what is none."""

import pytest
from test_papers_and_events import HEAD, read

from tracker.cable import parse
from tracker.cable.parts import Sentence
from tracker.extraction import announced_texts


def papers(body):
    return [h.first_words for h in read(body).handovers]


@pytest.mark.parametrize(
    "body, want",
    [
        (
            "1. Post should hand over the note.\n\n-- Start of note --\n\nThe list should be out by May 1.\n\n-- End of note --\n\n2. Please report.\n",
            ["The list should be out by May 1."],
        ),
        (
            "1. Message to the Minister: Dear Minister: Please sign by May 1. End message.\n\n2. Please report.\n",
            ["Dear Minister: Please sign by May 1."],
        ),
        ("1. Message to the Minister: it has been sent.\n", []),
        (
            "1. Post may draw on these points:\n\na. The talks are useful.\nb. Experts should come by May 1.\n",
            ["The talks are useful. b. Experts should come by May 1."],
        ),
        (
            "1. Embassy should make the following points:\n\n(1) The ship is ours.\n\n(2) It must be freed.\n\nEmbassy should report the answer.\n",
            ["The ship is ours. (2) It must be freed."],
        ),
        (
            "1. Embassy should report on the following points:\n\na. Who owns the ship.\nb. Who sails it.\n",
            [],
        ),
        (
            "1. The following points may be used with the press:\n\nQ. Will you pay?\nA. Others should pay.\n",
            ["Will you pay? A. Others should pay."],
        ),
        (
            '1. Post may use this language:\n\n"To peace. Let all sides lay down their arms."\n',
            ['To peace. Let all sides lay down their arms."'],
        ),
        ('1. The colonel said as follows:\n\n"To war. Let all sides take arms."\n', []),
        ('1. Post may use this language:\n\n"To peace. Let all sides\n', []),
        (
            "1. Posts may use the following questions and answers, for oral use only.\n\nQ: Will you pay?\n\nA: You should ask others by May 1.\n\n2. Please report.\n",
            ["Q: Will you pay? A: You should ask others by May 1."],
        ),
        ("1. The questions and answers sent in March still hold.\n\nQ: What should posts do?\n", []),
        ("1. Posts asked good questions.\n\nQ. Should posts report?\n\nA. Yes, by May 1.\n", []),
        (
            "1. Please leave the list below with the bank. Begin list:\n\nA mill; two ships.\n\nAll must be frozen by May 1.\n\nEnd list.\n\n2. Please report.\n",
            ["A mill; two ships. All must be frozen by May 1."],
        ),
        ("1. These posts are slow. Begin list: Oslo and Riga. End list.\n\n2. Please report.\n", []),
        ("1. Begin list of actions: Oslo should count sheep.\n\n2. Please report.\n", []),
        (
            "1. Embassy should leave a paper: (begin paper) The port should open by May 1. (end paper)\n",
            ["The port should open by May 1."],
        ),
    ],
)
def test_a_text_is_known_by_what_announces_it(body, want):
    found = papers(body)

    assert [one[:60] for one in found] == [one[:60] for one in want]


def test_what_such_a_text_asks_is_asked_of_nobody():
    body = "1. Embassy should make the following points:\n\nA. SHIP IS OURS.\n\nB. IT MUST BE FREED BY MAY 1.\n\n2. Please report.\n"

    quotes = [action.evidence.quote for action in read(body).actions]

    assert quotes == ["Embassy should make the following points:", "Please report."]


@pytest.mark.parametrize("lead", ["In reply the ministry handed us", "In answer the ministry gave us"])
def test_a_reply_of_others_is_no_order(lead):
    assert read(f"1. {lead} a note on the wells.\n").actions == ()


class Counted(list[Sentence]):
    """Sentences that count how often one of them is looked at."""

    looks = 0

    def __getitem__(self, key):
        self.looks += 1
        return super().__getitem__(key)


def looks_of(count):
    body = "1. " + "Message: We hope that you are well.\n" * count
    sentences = Counted(parse(HEAD.format(subject="TALKS") + body).sentences)
    assert not list(announced_texts.texts(sentences))
    return sentences.looks


def test_labels_that_no_end_follows_cost_no_more_than_their_number():
    assert looks_of(2000) < 2.2 * looks_of(1000)


LETTER = (
    "1. {}\n\n2. Begin text. Dear Mr. Holt: Shoes are dear. Please call Mr. Russo. Sincerely. End text.\n"
)


@pytest.mark.parametrize(
    "lead, count",
    [
        ("There follows for post's background text of letter mailed March 3 to a Congressman.", 0),
        ("For your information, the article printed in the Sun of March 3 follows.", 0),
        ("For Embassy's files the statement read in the Senate on March 3 is given below.", 0),
        ("For Mission's information text of press release issued today follows.", 0),
        ("Text of article four as it stands follows for information.", 0),
        ("The draft statement is given below for posts' own information.", 0),
        ("Please hand the following letter to the minister.", 1),
        ("Text of letter for the minister's information is given below.", 1),
        ("For post's information and delivery to the minister, text of letter follows.", 1),
        ("For post's background: a text was sent by pouch; leave the following note.", 1),
        ("Text of letter to the president follows.", 1),
    ],
)
def test_a_letter_that_was_sent_is_told_for_background_and_given_to_nobody(lead, count):
    read_ = read(LETTER.format(lead))

    assert len(read_.handovers) == count
    assert not any("Russo" in one.evidence.quote for one in read_.actions)


@pytest.mark.parametrize(
    "body, want",
    [
        (
            "1. Mayor Dupont of the river league wrote:\nBEGIN TEXT. Donors should send boats by May 1. END TEXT. We will answer him.\n",
            [],
        ),
        (
            "1. The maker's note went to all owners. It reads in part:\nBEGIN EXCERPT\nReturn the valve by May 1.\nEND EXCERPT\n\n2. The pumps run.\n",
            [],
        ),
        (
            "1. Post should leave the maker's note. It reads in part:\nBEGIN EXCERPT\nReturn the valve by May 1.\nEND EXCERPT\n\n2. The pumps run.\n",
            ["Return the valve by May 1."],
        ),
        (
            "1. The Secretary wrote to the Minister:\nBEGIN TEXT\nDear Minister: thank you.\nEND TEXT\n\n2. The pumps run.\n",
            ["Dear Minister: thank you."],
        ),
        ("1. The umpires gave out a story.\nBEGIN STORY\nThe dam breaks.\nEND STORY\n\n2. All slept.\n", []),
    ],
)
def test_what_others_wrote_is_handed_over_only_where_the_cable_says_so(body, want):
    assert papers(body) == want
