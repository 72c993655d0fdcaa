"""The whole way on the real thing: sign in, choose, a server on a GPU node, the guide, the app, and stop."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import expect

from tests.support.slurm import answer_as

if TYPE_CHECKING:
    from spawners.practice_cluster import PracticeCluster
    from tests.support.hub import RunningHub

NODES = {"gpu01": "10.77.0.11", "gpu02": "10.77.0.12"}


@pytest.mark.slow
@pytest.mark.timeout(420)
async def test_from_sign_in_to_the_app_on_a_gpu_node(
    open_page, cluster_studio: RunningHub, practice_cluster: PracticeCluster
) -> None:
    page, _ = await open_page(width=1280, height=900)
    await page.goto(cluster_studio.address)
    await page.locator("input[name=username]").fill("anna")
    await page.locator("input[name=password]").fill("anna-practice")
    await page.locator("form button[type=submit]").click()
    await page.locator("#start").click()
    await page.locator("label:has(#profile-small-gpu)").click()
    await page.locator("#spawn_form button[type=submit]").click()

    notebook = page.locator(".jp-Notebook")
    await expect(notebook.locator(".jp-CodeCell").first).to_be_visible(timeout=120_000)
    job, node, gpus = answer_as(
        "root", practice_cluster, "squeue", "--noheader", "--user=anna", "--states=RUNNING", "--format=%i %B %b"
    ).split()
    assert "gpu" in gpus
    await notebook.locator(".jp-Cell").first.click()
    figure = page.locator(".st-figure").first
    for _ in range(8):
        await page.keyboard.press("Shift+Enter")
        if await _appears(figure, within=5):
            break
    card = page.locator(".jp-OutputArea-output", has_text="Where this notebook computes")
    await expect(card).to_contain_text(node, timeout=120_000)
    await expect(card).to_contain_text(NODES[node])
    await expect(card).to_contain_text(job)
    await expect(figure).to_be_visible(timeout=120_000)

    app, _ = await _follow(page, card.get_by_role("link", name="Open the app in a new tab"))
    bars = app.locator(".st-bars")
    await expect(bars).to_be_visible(timeout=120_000)
    before = await bars.inner_text()
    slider = app.get_by_role("slider", name="A planned replacement")
    await slider.focus()
    for _ in range(6):
        await app.keyboard.press("ArrowRight")
    await expect(bars).not_to_have_text(before, timeout=15_000)

    await page.goto(f"{cluster_studio.address}/hub/home")
    await page.locator("#stop").click()
    await page.locator("#sure button[value=stop]").click()
    await expect(page.locator("[data-state=off]")).to_be_visible(timeout=60_000)
    for _ in range(120):
        if not answer_as("root", practice_cluster, "squeue", "--noheader", f"--jobs={job},67108863", "--format=%i"):
            return
        await asyncio.sleep(0.5)
    pytest.fail(f"job {job} is still there")


async def _appears(locator, within: float) -> bool:
    """Wait a little for something that a later step may still bring."""
    try:
        await expect(locator).to_be_visible(timeout=1000 * within)
    except AssertionError:
        return False
    return True


async def _follow(page, link):
    """Open a link that leads to a new tab, and return that tab."""
    assert re.search(r"/user/anna/voila/render/", await link.get_attribute("href"))
    async with page.context.expect_page() as opened:
        await link.click()
    return await opened.value, link
