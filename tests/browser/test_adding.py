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
    page.wait_for_url("**/engagements/*")


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
    field = page.locator(f"[data-entry='{first}'] input[name='set-topics']").first
    field.fill("energy water")
    field.press("Enter")
    page.wait_for_load_state()
    page.goto(f"/entries/{first}")
    assert page.locator(".topic[href='/topics/water']").count() > 0


def test_a_briefing_is_downloaded(browse):
    page = browse()
    page.goto("/pairs/IRN-SAU")
    page.click("a[href='/pairs/IRN-SAU/brief']")
    with page.expect_download() as waiting:
        page.click("a[download]")
    kept = waiting.value
    assert kept.suggested_filename == "IRN-SAU.md"
    assert "Iran" in kept.path().read_text(encoding="utf-8")
