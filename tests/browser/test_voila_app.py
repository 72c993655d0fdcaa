"""The predictive-maintenance app in a real Chromium, from a real Jupyter server, asking nothing but this machine."""

from __future__ import annotations

import asyncio
import re
import time

import nbformat
import pytest
from playwright.async_api import expect

READY_MS = 120_000
MOST_LOADED = 12_000_000
MOST_WEBSOCKET = 500_000


async def _opened(page, server):
    await page.goto(server.app(), wait_until="commit")
    await expect(page.locator(".st-figure").first).to_be_visible(timeout=READY_MS)
    # Widgets arrive one after the other; a slider is there when its label is.
    await page.wait_for_function(
        "all => { const s = [...document.querySelectorAll('input[type=range]')];"
        " return s.length === 7 && s.every(e => e.labels?.[0]?.textContent.trim()); }"
    )
    return page


async def test_a_slider_moves_the_figures_of_a_small_page(open_page, jupyter_server):
    page, traffic = await open_page()
    await _opened(page, jupyter_server("en"))
    assert 0 < traffic.loaded_bytes <= MOST_LOADED
    assert 0 < traffic.websocket_bytes <= MOST_WEBSOCKET
    outcome = page.locator(".st-bars")
    before = await outcome.inner_text()
    slider = page.get_by_role("slider", name="A planned replacement")
    await slider.focus()
    for _ in range(6):
        await page.keyboard.press("ArrowRight")
    await expect(outcome).not_to_have_text(before, use_inner_text=True, timeout=10_000)
    assert await slider.get_attribute("aria-valuetext") == "€9,000"
    assert traffic.errors == []


async def test_choosing_a_spindle_tells_its_story(open_page, jupyter_server):
    page, _ = await open_page()
    await _opened(page, jupyter_server("en"))
    second = page.locator(".st-fleet-button").nth(1)
    name = await second.get_attribute("data-choose")
    await second.focus()
    await page.keyboard.press("Enter")
    await expect(page.locator("#st-story-title")).to_contain_text(name)
    await expect(second).to_have_attribute("aria-pressed", "true")
    await expect(page.locator('.st-fleet [aria-pressed="true"]')).to_have_count(1)


async def test_a_what_if_answers_with_its_meaning(open_page, jupyter_server):
    page, traffic = await open_page(width=768)
    await _opened(page, jupyter_server("en"))
    chip = page.get_by_role("button", name="Coolant flow")
    await chip.click()
    await expect(chip).to_have_attribute("aria-pressed", "true")
    answer = page.locator("#st-answer-title").locator("..")
    await expect(answer).to_contain_text("Coolant flow")
    before = await answer.inner_text()
    await page.get_by_role("slider", name="Change of the readings").focus()
    for _ in range(4):
        await page.keyboard.press("ArrowRight")
    await expect(answer).not_to_have_text(before, use_inner_text=True, timeout=10_000)
    await expect(answer).to_contain_text("mends no bearing")
    assert traffic.errors == []


async def test_another_fleet_is_simulated_and_learned_from(open_page, jupyter_server):
    page, traffic = await open_page()
    await _opened(page, jupyter_server("en"))
    quality = page.locator("#st-quality-title").locator("..")
    before = await quality.inner_text()
    slider = page.get_by_role("slider", name="Noise of the sensors")
    await slider.focus()
    for _ in range(4):
        await page.keyboard.press("ArrowRight")
    await expect(slider).to_have_value("3")
    # The kernel hears of a slider at most every 60 ms.
    await page.wait_for_timeout(500)
    await page.get_by_role("button", name="Simulate and learn anew").click()
    await expect(page.locator(".st-progress")).to_be_visible(timeout=10_000)
    await expect(page.locator(".st-progress")).to_have_count(0, timeout=READY_MS)
    await expect(quality).not_to_have_text(before, use_inner_text=True)
    assert traffic.errors == []


@pytest.mark.parametrize("language", ["en", "de"])
async def test_it_fits_the_screen_and_speaks_the_language(open_page, jupyter_server, language):
    page, _ = await open_page()
    await _opened(page, jupyter_server(language))
    assert await page.evaluate("document.documentElement.lang") == language
    money = (await page.locator(".st-bars .st-number").first.inner_text()).replace("\u00a0", " ")
    assert re.fullmatch({"en": r"€\d+\.\d\d \(€\d+ – €\d+\)", "de": r"\d+,\d\d € \(\d+ € – \d+ €\)"}[language], money)
    title = {"en": "Which spindle needs care next?", "de": "Welche Spindel braucht als Nächste Pflege?"}[language]
    assert await page.title() == f"{title} · AI Studio"
    assert await page.locator("h1:visible").all_inner_texts() == [title]
    for width in (1280, 820, 768, 390):
        await page.set_viewport_size({"width": width, "height": 900})
        wide = await page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, f"{wide} px wide in a window of {width} px"


async def test_it_is_named_large_and_clear_enough(open_page, jupyter_server):
    page, _ = await open_page(width=768)
    await _opened(page, jupyter_server("en"))
    sizes = await page.locator("#rendered_cells :is(button, input, summary, a[href])").evaluate_all(
        "all => all.filter(e => e.checkVisibility()).map(e => [e.tagName, e.getBoundingClientRect().height])"
    )
    assert len(sizes) > 40
    assert [each for each in sizes if each[1] < 44] == []
    unnamed = await page.locator("#rendered_cells :is(button, input, [role=img], [role=progressbar])").evaluate_all(
        """all => all.filter(e => !(e.getAttribute("aria-label") || e.labels?.[0]?.textContent || e.textContent).trim())
            .map(e => e.outerHTML.slice(0, 120))"""
    )
    assert unnamed == []
    assert await page.locator("main").count() == 1
    for scheme in ("light", "dark"):
        await page.emulate_media(color_scheme=scheme)
        await page.wait_for_function("scheme => document.documentElement.dataset.studioTheme === scheme", arg=scheme)
        assert await page.evaluate(CONTRAST) == []


async def test_words_come_before_the_kernel_and_the_kernel_leaves_with_the_page(open_page, jupyter_server):
    server = jupyter_server("de")
    page, _ = await open_page()
    before = {kernel["id"] for kernel in server.kernels()}
    await page.goto(server.app(), wait_until="commit")
    loading = page.locator("#loading")
    await expect(loading).to_contain_text("Ihre App wird geöffnet", timeout=5_000)
    await expect(loading).to_contain_text("Opening your app")
    await expect(page.locator(".st-figure").first).to_be_visible(timeout=READY_MS)
    await expect(loading).to_be_hidden()
    assert len({kernel["id"] for kernel in server.kernels()} - before) == 1
    await page.goto("about:blank")
    deadline = time.monotonic() + 15
    while {kernel["id"] for kernel in server.kernels()} - before:
        assert time.monotonic() < deadline, "the kernel still runs"
        await asyncio.sleep(0.2)


async def test_a_broken_app_gets_a_sentence_and_no_traceback(open_page, jupyter_server):
    server = jupyter_server("de")
    cell = nbformat.v4.new_code_cell("raise RuntimeError('inner workings')")
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), server.root / "broken.ipynb")
    page, _ = await open_page()
    await page.goto(server.app("broken.ipynb"))
    await expect(page.locator("#studio-broken")).to_be_visible(timeout=READY_MS)
    text = await page.locator("body").inner_text()
    assert "Diese App konnte nicht starten" in text
    assert "Nothing of yours is lost" in text
    assert "inner workings" not in await page.content()


async def test_a_missing_app_gets_a_sentence_in_both_languages(open_page, jupyter_server):
    page, _ = await open_page()
    answer = await page.goto(jupyter_server("de").app("no-such.ipynb"))
    assert answer.status == 404
    headings = await page.locator("h1").all_inner_texts()
    assert headings == ["Unter dieser Adresse gibt es keine App", "There is no app at this address"]
    assert await page.evaluate("document.documentElement.lang") == "de"


# WCAG 2 AA: 4.5 : 1 for text, 3 : 1 for large text, against the first opaque background behind it.
CONTRAST = """
() => {
  const parse = (text) => (text.match(/[\\d.]+/g) ?? []).map(Number);
  const luminance = ([r, g, b]) => [r, g, b].map((v) => v / 255)
    .map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const colour = parse(getComputedStyle(each).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const poor = [];
  for (const element of document.querySelectorAll("#rendered_cells *")) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    if (!own || !element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const [a, b] = [luminance(parse(style.color)), luminance(behind(element))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (large ? 3 : 4.5)) poor.push([element.textContent.trim().slice(0, 40), ratio.toFixed(2)]);
  }
  return poor;
}
"""
