"""The hub's pages as a person meets them: a real hub, a real Chromium, in German and English, from phone to desktop."""

from __future__ import annotations

import re
import sys
import threading
from contextlib import contextmanager, suppress
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import jinja2
import psutil
import pytest

from hub_config.profiles import card
from hub_config.settings import TEXTS, read_settings
from tests.support.hub import free_port, running_hub

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.async_api import Page

    from studio_messages import Language
    from tests.support.hub import RunningHub

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "hub_config" / "pages"

# Every text that is visible, and the contrast it has with the colour behind it.
CONTRAST = """() => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const linear = (v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => 0.2126 * linear(r / 255) + 0.7152 * linear(g / 255) + 0.0722 * linear(b / 255);
  const behind = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const colour = rgba(getComputedStyle(e).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return [255, 255, 255];
  };
  const found = [];
  for (const e of document.querySelectorAll("body *")) {
    const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    if (!own || e.closest(".st-story, .st-hidden, .st-skip, script, style, noscript") || !e.checkVisibility()) continue;
    const [a, b] = [light(rgba(getComputedStyle(e).color)), light(behind(e))];
    found.push([e.textContent.trim().slice(0, 40), (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)]);
  }
  return found;
}"""

# What can be pressed, with its size; a label enlarges the field in it.
TARGETS = """() => [...document.querySelectorAll("a, button, input, select, summary")]
  .filter((e) => e.type !== "hidden" && !e.matches(".st-skip") && e.checkVisibility())
  .map((e) => [e, (e.closest("label") || e).getBoundingClientRect()])
  .map(([e, box]) => [e.outerHTML.slice(0, 80), box.width, box.height])"""


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHub]:
    folder = tmp_path_factory.mktemp("pages")
    config = folder / "studio.yaml"
    config.write_text(f"state_dir: {folder / 'state'}\nlisten: {{port: {free_port()}}}\n")
    with running_hub(Path(sys.executable).with_name("ai-studio"), config) as hub:
        yield hub


async def speak(page: Page, language: Language) -> None:
    await page.context.set_extra_http_headers({"Accept-Language": language})


async def sign_in(page: Page, studio: RunningHub, name: str) -> None:
    await page.goto(f"{studio.address}/hub/login")
    await page.get_by_role("textbox").fill(name)
    await page.keyboard.press("Enter")
    await page.wait_for_url("**/hub/home")


async def spoken(page: Page) -> str | None:
    return await page.locator("html").get_attribute("lang")


@contextmanager
def held_start(studio: RunningHub, name: str) -> Iterator[None]:
    """Hold the person's server back inside the block: it would be ready before a test has seen its page."""
    over = threading.Event()
    held: list[psutil.Process] = []

    def hold() -> None:
        while not held and not over.wait(0.02):
            for process in psutil.Process(studio.process.pid).children(recursive=True):
                with suppress(psutil.Error):
                    if process.environ().get("JUPYTERHUB_USER") == name:
                        process.suspend()
                        held.append(process)

    thread = threading.Thread(target=hold)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
        for process in held:
            with suppress(psutil.Error):
                process.resume()


async def assert_fits(page: Page) -> None:
    width, window = await page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert width <= window, f"{page.url} is {width} px wide in a window of {window} px"
    small = [(html, w, h) for html, w, h in await page.evaluate(TARGETS) if w < 44 or h < 44]
    assert small == [], f"{page.url}: too small to be pressed with a finger"


async def assert_readable(page: Page) -> None:
    texts = await page.evaluate(CONTRAST)
    assert texts, f"{page.url}: no text found"
    assert [(text, round(ratio, 2)) for text, ratio in texts if ratio < 4.5] == [], page.url


@pytest.mark.parametrize(
    ("language", "label", "button", "welcome"),
    [
        ("de", "Ihr Name", "Studio betreten", "Willkommen, anna-schmidt"),
        ("en", "Your name", "Enter the studio", "Welcome, anna-schmidt"),
    ],
)
async def test_signs_in_with_a_name(
    page: Page, studio: RunningHub, language: Language, label: str, button: str, welcome: str
) -> None:
    await speak(page, language)
    await page.goto(studio.address)
    assert await spoken(page) == language
    await page.get_by_label(label).fill("Anna Schmidt")
    await page.get_by_role("button", name=button).click()
    await page.wait_for_url("**/hub/home")
    assert await page.get_by_role("heading", level=1).inner_text() == welcome
    assert await spoken(page) == language


@pytest.mark.parametrize(("width", "dark"), [(390, False), (768, True), (1280, False)])
async def test_pages_fit_the_screen_the_finger_and_the_eye(
    open_page, studio: RunningHub, width: int, dark: bool
) -> None:
    page, _ = await open_page(width=width, dark=dark)
    await speak(page, "de")
    await page.goto(f"{studio.address}/hub/login")
    await assert_fits(page)
    await assert_readable(page)
    await sign_in(page, studio, "mit-einem-recht-langen-namen-32z")
    for path in ("/hub/home", "/hub/nirgends", "/user/mit-einem-recht-langen-namen-32z/lab"):
        await page.goto(studio.address + path)
        assert await spoken(page) == "de"
        await assert_fits(page)
        await assert_readable(page)


async def test_switches_language_without_losing_anything(page: Page, studio: RunningHub) -> None:
    await speak(page, "en")
    await page.goto(f"{studio.address}/hub/login")
    await page.get_by_label("Your name").fill("bea")
    await page.get_by_role("button", name="Deutsch").click()
    await page.wait_for_selector("html[lang=de]")
    assert await page.get_by_label("Ihr Name").input_value() == "bea"
    await page.keyboard.press("Enter")
    await page.wait_for_url("**/hub/home")
    assert await page.get_by_role("heading", level=1).inner_text() == "Willkommen, bea"
    await page.get_by_role("button", name="English").click()
    await page.wait_for_selector("html[lang=en]")
    assert await page.get_by_role("heading", level=1).inner_text() == "Welcome, bea"
    assert await page.get_by_role("button", name="English").get_attribute("aria-pressed") == "true"


async def test_says_why_a_name_cannot_be_used(page: Page, studio: RunningHub) -> None:
    await speak(page, "de")
    await page.goto(f"{studio.address}/hub/login")
    await page.get_by_label("Ihr Name").fill("!!!")
    await page.keyboard.press("Enter")
    alert = page.get_by_role("alert")
    await alert.wait_for()
    assert await alert.inner_text() == f"{TEXTS('page-wrong-name', 'de')}\n{TEXTS('page-wrong-name.remedy', 'de')}"
    assert await page.get_by_label("Ihr Name").get_attribute("aria-invalid") == "true"
    # The answer to a form can change its language too, and is not sent once more for it.
    await page.get_by_role("button", name="English").click()
    await page.wait_for_selector("html[lang=en]")
    assert await page.get_by_role("alert").count() == 0


async def test_an_unknown_page_leads_back(page: Page, studio: RunningHub) -> None:
    await speak(page, "de")
    await sign_in(page, studio, "cem")
    answer = await page.goto(f"{studio.address}/hub/nirgends")
    assert answer is not None
    assert answer.status == 404
    assert await page.get_by_role("heading", level=1).inner_text() == "Diese Seite gibt es nicht"
    assert not await page.get_by_text("/hub/nirgends").is_visible()
    await page.get_by_text("Einzelheiten").click()
    assert await page.get_by_text("/hub/nirgends").is_visible()
    await page.get_by_role("link", name="Zur Startseite").click()
    await page.wait_for_url("**/hub/home")


async def test_a_session_from_start_to_stop(page: Page, studio: RunningHub) -> None:
    await speak(page, "de")
    await sign_in(page, studio, "dora")
    with held_start(studio, "dora"):
        await page.get_by_role("link", name="Sitzung starten").click()
        await page.wait_for_url("**/hub/spawn-pending/**")
        assert await spoken(page) == "de"
        steps = await page.locator("#steps li").all_text_contents()
        assert [re.sub(r"[\s\d]+", "", step) for step in steps] == ["Angefordert", "Startet", "Bereit"]
        await assert_fits(page)
        await assert_readable(page)
    await page.wait_for_url("**/user/dora/lab/**", timeout=60_000)
    await page.wait_for_selector("#jp-main-dock-panel", timeout=60_000)

    await page.goto(f"{studio.address}/hub/home")
    await page.locator("[data-state=running]").wait_for()
    await assert_fits(page)
    await assert_readable(page)
    await page.get_by_role("button", name="Sitzung beenden").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("button", name="Weiterlaufen lassen").click()
    assert await page.locator("[data-state=running]").is_visible()
    await page.get_by_role("button", name="Sitzung beenden").click()
    await dialog.get_by_role("button", name="Sitzung beenden").click()
    await page.locator("[data-state=off]").wait_for(timeout=30_000)


async def test_a_cancelled_start_and_a_dead_session_leave_a_way_on(page: Page, studio: RunningHub) -> None:
    await speak(page, "de")
    await sign_in(page, studio, "emil")
    with held_start(studio, "emil"):
        await page.get_by_role("link", name="Sitzung starten").click()
        await page.get_by_role("button", name="Abbrechen").click()
    await page.wait_for_url("**/hub/home", timeout=30_000)
    await page.locator("[data-state=off]").wait_for(timeout=30_000)
    answer = await page.goto(f"{studio.address}/user/emil/lab")
    assert answer is not None
    assert answer.status == 424
    await page.get_by_role("link", name="Sitzung starten").click()
    await page.wait_for_url("**/user/emil/lab", timeout=60_000)

    await page.goto("about:blank")
    for process in psutil.Process(studio.process.pid).children(recursive=True):
        if process.environ().get("JUPYTERHUB_USER") == "emil":
            process.kill()
    # The proxy fetches this page, without her cookies and language.
    await page.goto(f"{studio.address}/user/emil/lab")
    await page.wait_for_selector("html[lang=de]")
    assert await page.get_by_role("heading", level=1).inner_text() == "Ihre Sitzung antwortet nicht"
    await page.get_by_role("link", name="Zur Startseite").click()
    await page.locator("[data-state=off]").wait_for()


def rendered(template: str, language: Language, **context: object) -> str:
    """Render a page that this machine's hub has no occasion to show."""
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(PAGES), autoescape=True)
    person = SimpleNamespace(name="anna", escaped_name="anna", spawner=SimpleNamespace(options_form=""))
    frame = {
        "t": lambda key, **values: TEXTS(key, language, **values),
        "language": lambda: language,
        "studio_title": "AI Studio",
        "sign_in_method": "account",
        "base_url": "/hub/",
        "prefix": "/",
        "xsrf": "key",
        "xsrf_token": "key",
        "parsed_scopes": (),
        "user": person,
    }
    return environment.get_template(template).render({**frame, **context})


@pytest.mark.parametrize("width", [390, 1280])
async def test_a_profile_is_chosen_with_finger_or_keyboard(open_page, studio: RunningHub, width: int) -> None:
    page, _ = await open_page(width=width)
    profiles = read_settings(ROOT / "examples" / "cluster.yaml").profiles
    spawner = SimpleNamespace(
        profiles={profile.id: {} for profile in profiles},
        orm_spawner=SimpleNamespace(user_options={"profile": "two-gpus"}),
    )
    cards = {"de": [card(profile, "de") for profile in profiles]}
    context = {"spawner": spawner, "profile_cards": cards, "url": "/hub/spawn/anna", "error_message": "Zu groß."}
    # In the studio's own address, so that the guard and the storage work as they do there.
    await page.goto(f"{studio.address}/hub/login")
    await page.set_content(rendered("spawn.html", "de", **context))
    await assert_fits(page)
    await assert_readable(page)
    assert await page.get_by_role("alert").inner_text() == f"{TEXTS('page-not-started', 'de')}\nZu groß."
    first, second, third, _ = await page.get_by_role("radio").all()
    assert await second.is_checked()
    assert await page.get_by_text("bis 4 Stunden").count() == 1
    assert await page.locator("#words").inner_text() == (
        "Sie erhalten 2 GPUs, 4 Kerne und 8 GB Arbeitsspeicher für höchstens 4 Stunden. "
        "Danach endet die Sitzung von selbst."
    )
    # Nothing is known of this person's rights: there is nothing more to choose.
    assert await page.locator("#more").count() == 0
    await second.focus()
    await page.keyboard.press("ArrowDown")
    assert await third.is_checked()
    await page.get_by_text(profiles[0].title["de"], exact=True).click()
    assert await first.is_checked()
    chosen = await page.evaluate("[...new FormData(document.getElementById('spawn_form'))]")
    assert chosen == [["profile", profiles[0].id]]


def _offer(**more: object) -> dict[str, object]:
    budget = {"owner": "studio", "resource": "gres/gpu", "rate": 1.0, "left": 90.0}
    studio = {"name": "studio", "longest": None, "budgets": [budget]}
    nothing = {"free": 1, "total": 4, "obstacle": "", "usual": 120, "longest": 120, "reservations": []}
    return {**nothing, "accounts": [studio], **more}


@pytest.mark.parametrize(("width", "dark"), [(390, False), (768, True), (1280, False)])
async def test_further_choices_follow_the_profile_and_say_what_they_cost(
    open_page, studio: RunningHub, width: int, dark: bool
) -> None:
    page, _ = await open_page(width=width, dark=dark)
    profiles = read_settings(ROOT / "examples" / "cluster.yaml").profiles[:3]
    partner = {"name": "partner", "longest": 60, "budgets": []}
    course = {"name": "course", "minutes": 45, "label": "course, now until 12:00"}
    offers = {
        "small-gpu": _offer(accounts=[*_offer()["accounts"], partner], reservations=[course]),
        "two-gpus": _offer(usual=240, longest=240),
        "gpu-share": _offer(obstacle="Not open to you."),
    }
    spawner = SimpleNamespace(
        profiles={profile.id: {} for profile in profiles},
        orm_spawner=SimpleNamespace(user_options={}),
        offers=lambda _language: offers,
    )
    cards = {"en": [card(profile, "en") for profile in profiles]}
    await page.goto(f"{studio.address}/hub/login")
    await page.set_content(rendered("spawn.html", "en", spawner=spawner, profile_cards=cards, url="/hub/spawn/anna"))
    words, over = page.locator("#words"), page.locator("#over")
    assert "1 GPU (A100), 2 cores, and 4 GB of memory for 2 hours at most" in await words.inner_text()
    # Two hours of one GPU are more than the 90 minutes that are left; one hour is not.
    assert await over.is_visible()
    assert TEXTS("page-cost-gpu.over", "en", cost="2", owner="studio", left="1.5") in await over.inner_text()
    assert TEXTS("page-over-budget", "en") in await over.inner_text()
    assert not await page.get_by_label("Charged to").is_visible()
    await page.locator("summary").focus()
    await page.keyboard.press("Enter")
    await assert_fits(page)
    await assert_readable(page)

    async def offered(field: str) -> list[str]:
        return await page.locator(f"#{field} option:not([disabled])").all_inner_texts()

    length = page.get_by_label("How long at most")
    assert await offered("minutes") == ["The whole time: 2 hours", "15 minutes", "30 minutes", "1 hour"]
    await length.select_option("60")
    assert not await over.is_visible()
    assert await page.locator("#cost").inner_text() == TEXTS(
        "page-cost-gpu", "en", cost="1", owner="studio", left="1.5"
    )
    # With a reservation, a session ends with it at the latest.
    await page.get_by_label("Reservation").select_option("course")
    assert await offered("minutes") == ["The whole time: 45 minutes", "15 minutes", "30 minutes"]
    assert "for 45 minutes at most" in await words.inner_text()
    await page.get_by_label("Reservation").select_option("")
    await page.get_by_label("Charged to").select_option("partner")
    assert await offered("minutes") == ["The whole time: 1 hour", "15 minutes", "30 minutes"]
    chosen = await page.evaluate("[...new FormData(document.getElementById('spawn_form'))]")
    assert chosen == [["profile", "small-gpu"], ["minutes", ""], ["account", "partner"], ["reservation", ""]]

    await page.get_by_text("Two GPUs", exact=True).click()
    assert not await page.get_by_label("Charged to").is_visible()
    assert not await page.get_by_label("Reservation").is_visible()
    assert await offered("account") == ["studio (your usual one)"]
    assert "2 GPUs" in await words.inner_text()
    assert await page.locator("[value=gpu-share]").is_disabled()


async def test_an_account_needs_its_password(open_page, studio: RunningHub) -> None:
    page, _ = await open_page(width=390)
    await page.goto(f"{studio.address}/hub/login")
    context = {
        "user": None,
        "username": "anna",
        "login_error": "Invalid username or password",
        "authenticator": SimpleNamespace(request_otp=False),
    }
    await page.set_content(rendered("login.html", "en", **context))
    await assert_fits(page)
    await assert_readable(page)
    assert TEXTS("page-wrong-account", "en") in await page.get_by_role("alert").inner_text()
    password = page.get_by_label("Password")
    assert await password.get_attribute("type") == "password"
    await page.get_by_role("button", name="Show").click()
    assert await password.get_attribute("type") == "text"
    assert await page.get_by_role("button", name="Hide").get_attribute("aria-pressed") == "true"


def test_every_text_of_the_pages_exists_and_is_used() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in sorted(PAGES.glob("*.html")))
    named = set(re.findall(r'"(page-[a-z0-9-]+(?:\.[a-z]+)?)"', source))
    begun = tuple(re.findall(r'"(page-[a-z0-9-]+-)"', source))
    for language in ("en", "de"):
        keys = {key for key in TEXTS.keys(language) if key.startswith("page-")}
        assert sorted(named - keys - set(begun)) == []
        # A text with several parts is named by the first of them, or put together from a beginning.
        assert sorted(key for key in keys if key.partition(".")[0] not in named and not key.startswith(begun)) == []
