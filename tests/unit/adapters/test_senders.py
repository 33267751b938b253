"""Who wrote a mail, and who vouches for it: what two programs could read differently names nobody."""

from email import message_from_bytes, policy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.adapters import senders

OURS = "Authentication-Results: mx.example; dmarc=pass header.from=posts.example"
FROM = "From: Lima <lima@posts.example>"


def read(*lines: str) -> tuple[str, bool]:
    mail = message_from_bytes("\r\n".join([*lines, "", "x"]).encode(), policy=policy.default)
    author = senders.author_of(mail)
    return author, senders.is_vouched(mail, author, "mx.example")


@pytest.mark.parametrize(
    "line, author",
    [
        (FROM, "lima@posts.example"),
        ("From: LIMA@Posts.Example", "lima@posts.example"),
        ('From: "Reyes, Ana (POL)" <ana@posts.example>', "ana@posts.example"),
        ("From: a@posts.example, b@posts.example", ""),
        (f"{FROM}\r\nFrom: eve@elsewhere.example", ""),
        ("From: lima@posts.example <eve@elsewhere.example>", ""),
        ("From: lima@posts.example)eve@elsewhere.example", ""),
        ("From: team: lima@posts.example;", ""),
        ('From: "li ma"@posts.example', ""),
        ("From: l\u00efma@posts.example", ""),
        ("From: ", ""),
        ("To: lima@posts.example", ""),
        ("From: lima@posts.example\r\nno header at all", ""),
    ],
)
def test_one_plain_address_is_the_author(line: str, author: str) -> None:
    assert read(line)[0] == author


@pytest.mark.parametrize(
    "lines, is_vouched",
    [
        ([OURS], True),
        ([OURS.replace("mx.example", "MX.Example 1")], True),
        ([OURS.replace("=pass", " = PASS (p=reject dis=none)").replace("posts", "Posts")], True),
        ([OURS.replace("dmarc", "spf=fail smtp.mailfrom=x.example; dmarc")], True),
        ([OURS, "Authentication-Results: mx.example; dkim=pass header.d=posts.example"], True),
        ([OURS, "Authentication-Results: mx.elsewhere; dmarc=fail header.from=posts.example"], True),
        ([], False),
        ([OURS.replace("mx.example", "mx.elsewhere")], False),
        ([OURS.replace("mx.example", "mx.example.elsewhere")], False),
        ([OURS.replace("pass", "fail")], False),
        ([OURS.replace("pass", "passing")], False),
        ([OURS.replace("posts", "elsewhere")], False),
        ([OURS.replace(" header.from=posts.example", "")], False),
        ([OURS, OURS], False),
        ([OURS, OURS.replace("pass", "fail")], False),
        ([f"{OURS} header.from=posts.example"], False),
        (["Authentication-Results: mx.example; none (; dmarc=pass header.from=posts.example)"], False),
        (['Authentication-Results: mx.example; x=y z="; dmarc=pass header.from=posts.example"'], False),
        (["Authentication-Results: mx.example; x=y (; dmarc=pass header.from=posts.example"], False),
        (["Authentication-Results: mx.example); dmarc=pass header.from=posts.example"], False),
        (["Authentication-Results: mx.example; x=(a \\) b); dmarc=pass header.from=posts.example"], True),
        (["Authentication-Results: "], False),
    ],
)
def test_only_one_result_of_our_own_server_vouches(lines: list[str], is_vouched: bool) -> None:
    assert read(FROM, *lines)[1] is is_vouched


def test_without_a_server_nobody_vouches() -> None:
    mail = message_from_bytes(f"{FROM}\r\n{OURS}\r\n\r\nx".encode(), policy=policy.default)

    assert not senders.is_vouched(mail, "lima@posts.example", "")


@given(st.text(alphabet="mx.examplednrcs=pf();\\\"' ", max_size=60))
def test_any_result_is_read(words: str) -> None:
    assert read(FROM, f"Authentication-Results: {words}") == ("lima@posts.example", False)
