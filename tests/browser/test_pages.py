"""Every page in a real browser, in both languages and at two sizes."""

import time

import pytest

from tests.browser.conftest import AXE, LANGUAGES, NARROW, WIDE, sample

PAGES = {
    "home": "/", "pair": "/pairs/IRN-SAU", "polity": "/polities/JPN",
    "person": "/people/Q72099398", "topic": "/topics/energy", "place": "/places/CHN",
    "search": "/search?q=Faisal", "network": "/network", "add": "/add", "about": "/about",
    "review": "/review", "brief": "/pairs/IRN-SAU/brief", "saved": "/saved",
    "webhooks": "/webhooks", "following": "/following", "city": "/places/CHN/Beijing",
    "people": "/network?of=people", "nothing": "/search?q=zzzz", "strangers": "/pairs/PER-TON",
    "narrowed": "/search?q=Faisal&side=SAU&status=happened",
}  # fmt: skip


DRAWN = """[...document.querySelectorAll('[data-chart]')].every(c => c.matches('.drawn')
  || c.getBoundingClientRect().top > innerHeight + 200 || c.closest('[hidden]'))"""


def settle(page, condition=DRAWN):
    """Waits until something holds in a page; at first that charts in view are drawn.

    Asked from outside: waiting inside the page would need what its policy forbids.
    """
    deadline = time.monotonic() + 60
    while not page.evaluate(condition):
        assert time.monotonic() < deadline, condition
        page.wait_for_timeout(50)


def engagement(page):
    """The address of an engagement that is told in both languages."""
    items = page.request.get("/api/v1/engagements?side=IRN&side=SAU").json()["items"]
    return f"/engagements/{next(e['id'] for e in items if e['sources'] > 1)}"


def document(page):
    """The address of an Arabic document."""
    return (
        f"/documents/{page.request.get('/api/v1/documents?language=ar').json()['items'][0]['id']}"
    )


def faults(page):
    """What axe finds that is serious, as short lines."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})"
    )
    return [
        f"{fault['id']}: {node['target']} {node['html'][:120]}"
        for fault in found["violations"]
        if fault["impact"] in ("serious", "critical")
        for node in fault["nodes"][:3]
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_fits_its_window_and_runs_the_right_way(browse, shoot, language):
    for size, label in ((WIDE, "wide"), (NARROW, "narrow")):
        page = browse(language, size)
        shown = {
            **PAGES,
            "engagement": engagement(page),
            "document": document(page),
            "missed": f"{document(page)}/missed?family=engagement",
        }
        for name, path in shown.items():
            page.goto(path)
            settle(page)
            root = page.locator("html")
            assert root.get_attribute("dir") == LANGUAGES[language]
            assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], name
            shoot(page, f"{name}-{language}-{label}")


@pytest.mark.skipif(not AXE.exists(), reason="no axe-core: npm install --prefix build/npm axe-core")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_serious(browse, language, scheme):
    page = browse(language, scheme=scheme)
    shown = {
        **PAGES,
        "engagement": engagement(page),
        "document": document(page),
        "missed": f"{document(page)}/missed?family=engagement",
    }
    found = {}
    for name, path in shown.items():
        page.goto(path)
        settle(page)
        problems = faults(page)
        if problems:
            found[name] = problems
    assert found == {}


def test_charts_are_drawn_without_loosening_the_policy(browse):
    page = browse()
    page.goto("/")
    settle(page)
    page.locator("[data-chart]").last.scroll_into_view_if_needed()
    settle(page, "document.querySelectorAll('.canvas.drawn svg').length == 3")


def test_pages_work_without_scripts(browse):
    page = browse(scripts=False)
    page.goto("/")
    page.fill("#find", "Faisal")
    page.press("#find", "Enter")
    assert page.locator(".entries .entry").count() > 3
    page.goto("/add")
    page.fill("#text", sample("kyiv-visit.en.txt"))
    page.click("form.add button.main")
    assert page.locator(".claim.is-engagement").count() > 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_from_the_home_page_to_what_two_agreed_in_three_clicks(browse, language):
    page = browse(language)
    page.goto("/")
    page.click("a[href='/pairs/JPN-KWT']")
    page.locator("#h-commitments + .threads .where").first.click()
    page.wait_for_url("**/documents/*#at-*")
    marked = page.locator(".mark:target")
    assert marked.is_visible()
    assert "signed an agreement on the desalination" in " ".join(marked.inner_text().split())


def test_a_search_for_two_countries_leads_to_what_they_agreed(browse):
    page = browse()
    page.goto("/")
    page.fill("#find", "Kuwait Japan")
    page.press("#find", "Enter")
    page.click("a.button[href='/pairs/JPN-KWT']")
    page.locator("#h-commitments + .threads .where").first.click()
    page.wait_for_url("**/documents/*#at-*")
    assert page.locator(".mark:target").is_visible()


def test_the_keyboard_reaches_search_and_content(browse):
    page = browse()
    page.goto("/about")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find"


def test_a_day_tells_why_when_it_is_pointed_at(browse):
    page = browse()
    page.goto(engagement(page))
    day = page.locator(".facts .day").first
    tip = day.locator(".tip")
    assert not tip.is_visible()
    day.focus()
    assert tip.is_visible()
    assert "2023-04-06" in tip.inner_text()


def test_the_whole_sentence_is_lit_that_was_come_for(browse):
    page = browse()
    path = document(page)
    [first] = page.request.get(f"/api/v1{path}").json()["engagements"][:1]
    words = first["evidence"][0]
    page.goto(f"{path}#at-{words['start']}")
    settle(page, "document.querySelectorAll('.mark.came').length > 0")
    lit = page.evaluate(
        "[...document.querySelectorAll('.mark.came')].map(m => m.textContent).join('')"
    )
    assert lit == words["text"]
    assert page.locator(".claim.came").get_attribute("id") == f"c-{first['id']}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_why_a_day_is_so_fits_a_narrow_window(browse, language):
    page = browse(language, NARROW)
    for path in ("/", engagement(page), document(page)):
        page.goto(path)
        for day in page.locator(".day").all()[:6]:
            day.focus()
            box = day.locator(".tip").bounding_box()
            assert box["x"] >= 0, path
            assert box["x"] + box["width"] <= NARROW["width"], path


def test_a_search_in_one_language_finds_the_report_in_the_other(browse):
    page = browse()
    page.goto("/")
    page.fill("#find", "Sameh Shoukry")
    page.press("#find", "Enter")
    says = page.locator(".entry-says[dir=rtl]").first
    assert says.is_visible()


def test_the_language_is_changed_and_kept(browse):
    page = browse()
    page.goto("/about")
    page.click("footer a[lang=ar]")
    assert page.locator("html").get_attribute("dir") == "rtl"
    page.goto("/")
    assert page.locator("html").get_attribute("lang") == "ar"
