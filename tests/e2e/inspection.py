"""What must hold of every page: valid HTML5, one heading that its title begins with, labels, and no inline code."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

import html5lib

from tracker.web.responses import CONTENT_POLICY

LARGEST = 60 * 1024
CONTROLS = ("input", "select", "textarea")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
NAMED_BY_ITSELF = ("hidden", "submit")


@dataclass(frozen=True)
class Form:
    """A form as a browser would send it untouched."""

    action: str
    values: dict[str, object]


@dataclass(frozen=True)
class Page:
    """A page that was fetched and inspected."""

    address: str
    html: str
    tree: Element

    @property
    def text(self) -> str:
        """What the page says, white space folded."""
        return " ".join("".join(self.tree.itertext()).split())

    @property
    def main(self) -> str:
        """What its main part says."""
        return text_of(next(self.tree.iter("main")))

    @property
    def heading(self) -> str:
        """The words of its h1."""
        return text_of(next(self.tree.iter("h1")))

    @property
    def links(self) -> dict[str, str]:
        """Addresses by their words."""
        return {text_of(a): a.get("href", "") for a in self.tree.iter("a")}

    @property
    def forms(self) -> list[Form]:
        """Every form that posts, as a browser would send it untouched."""
        found = (form for form in self.tree.iter("form") if form.get("method") == "post")
        return [Form(form.get("action") or "", dict(_values(form))) for form in found]

    def form(self, action: str) -> Form:
        """Return the form whose address ends so."""
        for form in self.tree.iter("form"):
            address = form.get("action")
            is_meant = (address or "").endswith(action) if action else address is None
            if form.get("method") == "post" and is_meant:
                return Form(address or "", dict(_values(form)))
        raise AssertionError(f"{self.address} has no form for {action!r}")

    def says(self, words: str) -> bool:
        """Whether the page says the words."""
        return words in self.text


def text_of(element: Element) -> str:
    """Return an element's words, white space folded."""
    return " ".join("".join(element.itertext()).split())


def rows_of(page: Page, caption: str) -> list[Element]:
    """Return the rows of the table whose caption begins so, without its headings."""
    table = next(t for t in page.tree.iter("table") if _caption(t).startswith(caption))
    return [tr for tr in table.iter("tr") if tr.get("class") != "group" and tr.find("td") is not None]


def _caption(table: Element) -> str:
    caption = table.find("caption")
    return "" if caption is None else text_of(caption)


def _values(form: Element) -> Iterator[tuple[str, object]]:
    for control in form.iter():
        name, kind = control.get("name"), control.get("type")
        if name is None or control.tag not in CONTROLS or kind == "file":
            continue
        if kind in ("checkbox", "radio"):
            if control.get("checked") is not None:
                yield name, control.get("value")
        elif control.tag == "select":
            options = list(control.iter("option"))
            chosen = [o for o in options if o.get("selected") is not None] or options[:1]
            yield from ((name, o.get("value")) for o in chosen)
        else:
            yield name, control.get("value") or text_of(control)


def inspect(html: str, address: str) -> Page:
    """Return the page; raise AssertionError that lists what is wrong with it."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(html)
    faults = [f"not HTML5: {code} {where}" for where, code, _ in parser.errors]
    faults += [fault for check in CHECKS for fault in check(tree)]
    if len(html.encode()) > LARGEST:
        faults.append(f"{len(html.encode())} bytes")
    assert not faults, f"{address}: {faults}"
    return Page(address, html, tree)


def _one_heading(tree: Element) -> Iterator[str]:
    headings = [text_of(h) for h in tree.iter("h1")]
    title = text_of(next(tree.iter("title")))
    if len(headings) != 1:
        yield f"{len(headings)} h1"
    elif not headings[0].startswith(title.rpartition(" – ")[0]):
        yield f"title {title!r} is not the beginning of {headings[0]!r}"


def _headings_in_order(tree: Element) -> Iterator[str]:
    last = 0
    for element in tree.iter():
        if element.tag in HEADINGS:
            level = int(element.tag[1])
            if level > last + 1:
                yield f"{element.tag} follows h{last}"
            last = level


def _labels(tree: Element) -> Iterator[str]:
    labelled = {label.get("for") for label in tree.iter("label")}
    for control in (c for tag in CONTROLS for c in tree.iter(tag)):
        is_named = control.get("type") in NAMED_BY_ITSELF or control.get("id") in labelled
        if not is_named and not control.get("aria-label"):
            yield f"{control.tag} {control.get('name')} has no label"


def _unique_ids(tree: Element) -> Iterator[str]:
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    yield from (f"id {name} twice" for name in sorted({i for i in ids if ids.count(i) > 1 and i}))
    known = set(ids)
    for element in tree.iter():
        for name in ("aria-labelledby", "aria-describedby", "for", "list"):
            wanted = (element.get(name) or "").split()
            yield from (f"{name} {one} leads nowhere" for one in wanted if one not in known)


def _captions(tree: Element) -> Iterator[str]:
    for table in tree.iter("table"):
        if table.find("caption") is None:
            yield "a table has no caption"
        if not all(th.get("scope") for th in table.iter("th")):
            yield "a table's heading has no scope"


def _no_inline_code(tree: Element) -> Iterator[str]:
    for element in tree.iter():
        if element.tag == "style" or (element.tag == "script" and not element.get("src")):
            yield f"inline {element.tag}"
        yield from (f"inline {name}" for name in element.attrib if name == "style" or name.startswith("on"))
        if (element.get("href") or element.get("action") or "").lower().startswith(("javascript:", "data:")):
            yield "a link that runs"


def _words_everywhere(tree: Element) -> Iterator[str]:
    for tag in ("a", "button", "h1", "h2", "h3", "th", "label", "summary"):
        yield from (f"an empty {tag}" for element in tree.iter(tag) if not text_of(element))


def _language(tree: Element) -> Iterator[str]:
    if tree.get("lang") != "en":
        yield "no language"


CHECKS = (
    _one_heading,
    _headings_in_order,
    _labels,
    _unique_ids,
    _captions,
    _no_inline_code,
    _words_everywhere,
    _language,
)
assert "unsafe" not in CONTENT_POLICY
