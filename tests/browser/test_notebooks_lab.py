"""The guide in JupyterLab, as a person meets it: her language, her machine, the way to the app, all of it local."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

GUIDE = "lab/tree/ai-studio/predictive-maintenance/guide.ipynb"
WORDS = {
    "en": {"menu": "Run", "card": "Where this notebook computes", "app": "Open the app in a new tab"},
    "de": {"menu": "Ausführen", "card": "Wo dieses Notebook rechnet", "app": "App in neuem Tab öffnen"},
}


@pytest.mark.parametrize("language", ["en", "de"])
async def test_the_first_cells_run_in_lab(open_page, jupyter_server, run_first_cells, language):
    words = WORDS[language]
    page, _ = await open_page()
    await page.goto(jupyter_server(language).url(GUIDE))
    await expect(page.locator(".jp-Notebook .jp-CodeCell").first).to_be_visible(timeout=60_000)
    await expect(page.locator(".lm-MenuBar-itemLabel", has_text=words["menu"])).to_be_visible()
    # JupyterLab asks about news on a first visit, unless it was told not to.
    await expect(page.locator(".jp-toast-message, .Toastify__toast")).to_have_count(0)
    await run_first_cells(page, 2)
    card = page.locator(".jp-OutputArea-output", has_text=words["card"])
    await expect(card).to_be_visible(timeout=60_000)
    link = card.get_by_role("link", name=words["app"])
    await expect(link).to_have_attribute("href", "/user/ada/voila/render/ai-studio/predictive-maintenance/app.ipynb")
    figure = page.locator(".st-figure").first
    await expect(figure).to_be_visible(timeout=60_000)


async def test_kernels_listen_on_no_port(open_page, jupyter_server, run_first_cells):
    server = jupyter_server("en")
    page, _ = await open_page()
    await page.goto(server.url(GUIDE))
    await expect(page.locator(".jp-Notebook .jp-CodeCell").first).to_be_visible(timeout=60_000)
    await run_first_cells(page, 1)
    await expect(page.locator(".jp-OutputArea-output").first).to_be_visible(timeout=60_000)
    assert "Kernel is running over TCP" not in server.log.read_text()
