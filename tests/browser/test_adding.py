"""Adding an article by hand, a hostile one among them."""

from tests.browser.conftest import sample

HOSTILE = """Lima <script>alert('one')</script> Post

Peruvian Foreign Minister Javier <img src=x onerror="alert('two')"> González-Olaechea met his
Chilean counterpart Alberto van Klaveren in Lima on Monday 6 May 2024. "></textarea>
<svg onload=alert('three')></svg> <a href="javascript:alert('four')">The ministers</a> agreed to
open a border crossing. {{ 7*7 }} ${7*7} <iframe src="https://evil.example"></iframe>
</script><script>alert('five')</script> ' onmouseover='alert(6)
"""


def add(page, text):
    """Pastes a text and reads it."""
    page.goto("/add")
    page.fill("#text", text)
    page.click("form.add button.main")
    page.wait_for_url("**/add/*")


def test_an_article_is_read_then_recorded(browse, shoot):
    page = browse()
    add(page, sample("kyiv-visit.en.txt").replace("Kishida", "Tanaka").replace("Fumio", "Ichiro"))
    assert page.locator(".mark").count() > 5
    assert page.locator(".claim.is-engagement").count() > 0
    shoot(page, "reading")
    page.click(".actions button.main")
    page.wait_for_url("**/documents/*")
    assert page.locator(".raw .furniture").count() > 0
    claim = page.locator(".claim.is-engagement .kind").first
    claim.click()
    page.wait_for_url("**/entries/*")


def test_words_and_claims_light_up_together(browse):
    page = browse()
    add(page, sample("riyadh-tehran-embassies.ar.txt"))
    mark = page.locator(".mark.is-outcome").first
    mark.hover()
    assert page.locator(".claim.lit").count() > 0
    mark.click()
    assert page.locator(".claim:target").count() == 1


def test_a_hostile_article_stays_text(browse):
    page = browse()
    add(page, HOSTILE)
    page.click(".actions button.main")
    page.wait_for_url("**/documents/*")
    for path in (page.url, "/", "/search?q=Peruvian", "/pairs/CHL-PER", "/polities/PER",
                 "/search?q=%3Cscript%3Ealert(1)%3C/script%3E"):  # fmt: skip
        page.goto(path)
        page.mouse.move(300, 300)
        assert page.locator("main script:not([type='application/json'])").count() == 0
        assert page.locator("main iframe, main img").count() == 0
        assert page.locator("a[href^='javascript']").count() == 0


def test_a_decision_is_taken_and_taken_back(browse, shoot):
    page = browse()
    page.goto("/review")
    shoot(page, "review")
    first = page.locator(".review-item").first.get_attribute("data-entry")
    page.keyboard.press("j")
    page.keyboard.press("r")
    page.wait_for_selector(f".review-item:not([data-entry='{first}'])")
    assert page.locator(f"[data-entry='{first}']").count() == 0
    page.keyboard.press("u")
    page.wait_for_selector(f"[data-entry='{first}']")
    page.keyboard.press("j")
    page.keyboard.press("e")
    form = page.locator(f"[data-entry='{first}'] details[data-key=e] form")
    form.locator("select[name='set-topics']").select_option(["energy", "water"])
    form.locator("button.main").click()
    page.wait_for_load_state()
    page.goto(f"/entries/{first}")
    assert page.locator(".topic[href='/topics/water']").count() > 0


def test_a_search_is_kept_and_forgotten(browse):
    page = browse()
    page.goto("/search?q=Faisal&side=SAU")
    page.fill("form.save input[name=name]", "Faisal’s desk")
    page.click("form.save button")
    page.wait_for_url("**/saved")
    page.click("main td a")
    assert page.locator(".chips a").count() == 1
    assert page.locator(".entries .entry").count() > 3
    page.goto("/saved")
    page.click("main button.link")
    assert page.locator(".empty").count() == 1


def test_an_entry_opens_from_the_head_of_its_line(browse):
    page = browse()
    page.goto("/pairs/IRN-SAU")
    page.locator(".entries .entry-head a.kind").first.click()
    page.wait_for_url("**/entries/*")
    assert "Iran" in page.title()


def test_a_chart_tells_its_figures_where_it_is_pointed_at(browse):
    page = browse("ar")
    page.goto("/pairs/IRN-SAU")
    mark = page.locator(".canvas.drawn svg .mark-symbol path").first
    mark.hover(force=True)
    tip = page.locator("#vg-tooltip-element.visible")
    tip.wait_for()
    assert "2023-04-06" in tip.inner_text()
    mark_box, tip_box = mark.bounding_box(), tip.bounding_box()
    assert abs(mark_box["y"] - tip_box["y"]) < 200


def test_a_briefing_is_downloaded(browse):
    page = browse()
    page.goto("/pairs/IRN-SAU")
    page.click("a[href='/pairs/IRN-SAU/brief']")
    with page.expect_download() as waiting:
        page.click("a[download]")
    kept = waiting.value
    assert kept.suggested_filename == "IRN-SAU.md"
    assert "Iran" in kept.path().read_text(encoding="utf-8")
