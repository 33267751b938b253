"""Marked texts are English by themselves, and another language's while it is spoken."""

import copy
import json
import pickle
import re
from gettext import NullTranslations

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined

from tracker import texts
from tracker.adapters import template_texts
from tracker.texts import later, marked, ngettext, nlater, of_kept, own, together

SAMPLES = {
    "alone.html": "<p>{{ _('Sign in') }}</p>",
    "quoted.html": "<p>{{ _('Fish & chips') }}</p>",
    "given.html": "{{ _('%(what)s more', what=name) }}",
    "block.html": "{% trans who=name %}For <b>{{ who }}</b>{% endtrans %}",
    "of_a_kind.html": "{% trans 'a title' %}Post{% endtrans %} 100%",
    "several.html": "{% trans num=number, who=name %}{{ num }} by {{ who }}{% pluralize %}{{ num }}s by {{ who }}{% endtrans %}",
    "counted.html": "{{ ngettext('%(num)s task', '%(num)s tasks', number) }}",
    "other_names.html": "{{ _ and name }}{{ thing('x') }}",
    "letter.txt": "{{ _('Fish & chips') }}",
}


PLACES = re.compile(r"(%\(\w+\)s)|.")


class Shouted(NullTranslations):
    """A language that is English, shouted; one task is UN, and so is none."""

    def gettext(self, message):
        return PLACES.sub(lambda found: found[1] or found[0].upper(), message)

    def pgettext(self, context, message):
        return self.gettext(f"{context}: {message}")

    def ngettext(self, msgid1, msgid2, n):
        return "UN" if n < 2 else self.gettext(msgid2)


@pytest.fixture
def shouted(monkeypatch):
    monkeypatch.setitem(texts.CATALOGUES, "xx", Shouted())
    return lambda: texts.speaking("xx")


@pytest.fixture
def templates():
    made = Environment(
        loader=DictLoader(SAMPLES), autoescape=lambda name: name.endswith("html"), undefined=StrictUndefined
    )
    template_texts.install(made)
    return made


def test_a_text_is_told_in_the_language_spoken(shouted):
    with shouted():
        told = [texts.gettext("Done"), texts._("Task %(id)s", id=7), texts.gettext("")]

    assert told == ["DONE", "TASK 7", ""]
    assert texts.gettext("Task %(id)s", id=7) == "Task 7"


def test_a_language_without_texts_is_english():
    with texts.speaking("zz"):
        assert texts.gettext("Done") == "Done"


def test_a_count_has_the_form_of_the_language(shouted):
    def told():
        return [ngettext("%(num)s task", "%(num)s tasks", number) for number in (0, 1, 2)]

    with shouted():
        assert told() == ["UN", "UN", "2 TASKS"]
    assert told() == ["0 tasks", "1 task", "2 tasks"]


def test_a_later_text_is_looked_up_when_it_is_told(shouted):
    label, several = later("For %(who)s", who=later("all")), nlater("%(num)s day", "%(num)s days", 3)

    with shouted():
        assert (str(label), f"{several}!") == ("FOR ALL", "3 DAYS!")
        assert "%s" % later("none") == "NONE"  # noqa: UP031 - as templates put values in
    assert (str(label), label, f"{several:>7}", str(later(""))) == ("For all", "For all", " 3 days", "")


@pytest.mark.parametrize("travelled", [copy.deepcopy, lambda text: pickle.loads(pickle.dumps(text))])
def test_a_later_text_travels_as_english(travelled):
    assert type(travelled(later("Done"))) is str


def test_a_marked_text_is_itself():
    assert marked("Done") == "Done"


@pytest.mark.parametrize(
    "name, english, other",
    [
        ("alone.html", "<p>Sign in</p>", "<p>SIGN IN</p>"),
        ("quoted.html", "<p>Fish &amp; chips</p>", "<p>FISH &amp; CHIPS</p>"),
        ("given.html", "&lt;A&gt; more", "&lt;A&gt; MORE"),
        ("block.html", "For <b>&lt;A&gt;</b>", "FOR <B>&lt;A&gt;</B>"),
        ("of_a_kind.html", "Post 100%", "A TITLE: POST 100%"),
        ("several.html", "1 by &lt;A&gt;", "UN"),
        ("counted.html", "1 task", "UN"),
        ("other_names.html", "&lt;A&gt;1", "&lt;A&gt;1"),
        ("letter.txt", "Fish & chips", "FISH & CHIPS"),
    ],
)
def test_a_template_is_told_in_the_language_spoken(templates, shouted, name, english, other):
    def told():
        return template_texts.spoken(templates).get_template(name).render(name="<A>", number=1, thing=len)

    with shouted():
        assert told() == told() == other
    assert told() == english


def test_a_later_text_is_kept_with_its_values_for_who_reads_it_later(shouted):
    due = later("due %(day)s", day=later("%(weekday)s %(day)s", weekday=later("Monday"), day=6))
    told = together(later("For %(who)s", who=own("Ana")), nlater("%(num)s day", "%(num)s days", 3), due, "")

    kept = json.loads(json.dumps(told.kept()))

    assert str(of_kept(kept)) == told == "For Ana 3 days due Monday 6"
    with shouted():
        assert str(of_kept(kept)) == str(told) == "FOR Ana 3 DAYS DUE MONDAY 6"
    assert of_kept("as it is") == "as it is"


def test_the_value_of_a_later_text_is_english_whatever_is_spoken_when_it_is_made(shouted):
    with shouted():
        told = later("%(what)s more", what=later("one"))

    assert told == "one more"


def test_the_language_spoken_has_a_tag(shouted):
    with shouted():
        assert texts.language() == "xx"
        with texts.speaking("zz"):
            assert texts.language() == "en"
        assert texts.language() == "xx"
    assert texts.language() == "en"
