"""The page of a session that waits for its place on a real Slurm: on a phone, at a desk, across a restart."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.async_api import expect

from tests.support.hub import Person
from tests.support.slurm import all_gpus_taken, answer_as

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.async_api import Page

    from spawners.practice_cluster import PracticeCluster
    from tests.support.hub import RunningHub

FITS = """() => document.documentElement.scrollWidth <= innerWidth
  && [...document.querySelectorAll("a, button")].filter((e) => !e.matches(".st-skip") && e.checkVisibility())
    .every((e) => e.getBoundingClientRect().height >= 44)"""


async def _picture(page: Page, name: str) -> None:
    if folder := os.environ.get("AI_STUDIO_PICTURES"):
        await page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


async def _sign_in(page: Page, hub: RunningHub, name: str) -> None:
    await page.goto(f"{hub.address}/hub/login")
    await page.locator("input[name=username]").fill(name)
    await page.locator("input[name=password]").fill(f"{name}-practice")
    await page.locator("form button[type=submit]").click()
    await page.wait_for_url("**/hub/home")


@pytest.fixture(autouse=True)
def _no_session_left(practice_cluster: PracticeCluster) -> Iterator[None]:
    yield
    answer_as("root", practice_cluster, "scancel", "--name=ai-studio")


@pytest.mark.slow
async def test_says_in_german_where_she_stands_and_goes_on_after_a_restart(
    open_page: Any, practice_cluster: PracticeCluster, make_cluster_config: Any, start_cluster_studio: Any
) -> None:
    config = make_cluster_config("waiting")
    page, _ = await open_page(width=390)
    await page.context.set_extra_http_headers({"Accept-Language": "de"})
    position = page.get_by_text("Ein Job ist vor Ihnen an der Reihe.")
    estimate = page.get_by_text("Voraussichtlicher Start: in etwa")
    with all_gpus_taken(practice_cluster, waiting=1) as others:
        with start_cluster_studio(config) as hub:
            await _sign_in(page, hub, "anna")
            await page.goto(f"{hub.address}/hub/spawn")
            await page.locator("#spawn_form button[type=submit]").click()
            await page.wait_for_url("**/hub/spawn-pending/**")
            for width in (390, 1280):
                await page.set_viewport_size({"width": width, "height": 900})
                await expect(position).to_be_visible(timeout=30_000)
                await expect(estimate).to_be_visible(timeout=30_000)
                await expect(page.locator("[aria-current=step]")).to_contain_text("Wartet auf einen Platz")
                assert await page.evaluate(FITS)
                await _picture(page, f"waiting-{width}")
            # A change of language is one of the words too, while the start goes on.
            await page.get_by_role("button", name="English").click()
            await expect(page.get_by_text("One job is ahead of you.")).to_be_visible()
            await page.get_by_role("button", name="Deutsch").click()
            await expect(position).to_be_visible()
            assert hub.stop(signal.SIGTERM) == 0
            await expect(page.get_by_text("Das Studio antwortet gerade nicht.")).to_be_visible(timeout=15_000)
        with start_cluster_studio(config) as hub:
            await expect(page.get_by_text("Das Studio antwortet gerade nicht.")).to_be_hidden(timeout=30_000)
            await expect(position).to_be_visible(timeout=30_000)
            await expect(estimate).to_be_visible()
            await _picture(page, "waiting-after-restart")
            with Person(hub, "anna", "anna-practice") as anna:
                server = anna.server()
                assert server is not None
                assert server["pending"] == "check"
                answer_as("root", practice_cluster, "scancel", *others)
                await page.wait_for_url("**/user/anna/lab/**", timeout=60_000)
                anna.stop_server()


@pytest.mark.slow
async def test_tells_when_it_is_ready_and_asks_only_then(
    open_page: Any, practice_cluster: PracticeCluster, cluster_studio: RunningHub
) -> None:
    page, _ = await open_page(width=1280)
    await page.add_init_script("""
      window.asked = 0;
      window.Notification = class {
        static permission = sessionStorage.getItem("test-permission") || "default";
        static async requestPermission() {
          window.asked += 1;
          sessionStorage.setItem("test-permission", this.permission = "granted");
          return this.permission;
        }
        constructor(title) { sessionStorage.setItem("test-notified", title); }
        close() {}
      };
    """)
    await page.context.set_extra_http_headers({"Accept-Language": "de"})
    with all_gpus_taken(practice_cluster, waiting=1) as others:
        await _sign_in(page, cluster_studio, "ben")
        await page.goto(f"{cluster_studio.address}/hub/spawn")
        await page.locator("#spawn_form button[type=submit]").click()
        await page.wait_for_url("**/hub/spawn-pending/**")
        tell = page.get_by_role("button", name="Bescheid geben, wenn bereit")
        await expect(tell).to_be_visible()
        assert await page.evaluate("window.asked") == 0
        await tell.click()
        await expect(page.get_by_text("Ihr Browser meldet sich")).to_be_visible()
        assert await page.evaluate("window.asked") == 1
        await _picture(page, "waiting-told")
        answer_as("root", practice_cluster, "scancel", *others)
        await page.wait_for_url("**/user/ben/lab/**", timeout=60_000)
        assert await page.evaluate("sessionStorage.getItem('test-notified')") == "Ihre Sitzung ist bereit"
    with Person(cluster_studio, "ben", "ben-practice") as ben:
        ben.stop_server()
