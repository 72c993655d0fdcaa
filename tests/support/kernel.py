"""A kernel in a person's server, used over its websocket as JupyterLab does."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import websocket

if TYPE_CHECKING:
    from tests.support.hub import Person


class Kernel:
    """Runs code and returns what it printed."""

    def __init__(self, person: Person, kernel_id: str) -> None:
        self.person = person
        self.id = kernel_id

    @classmethod
    def new(cls, person: Person) -> Kernel:
        """Start a kernel in the person's running server."""
        person.visit_server("lab")
        cookies = person.http.cookies.jar
        xsrf = next(c.value for c in cookies if c.name == "_xsrf" and c.path.startswith("/user/"))
        answer = person.http.post(f"/user/{person.name}/api/kernels", headers={"X-XSRFToken": str(xsrf)}, json={})
        assert answer.status_code == 201, answer.text
        return cls(person, answer.json()["id"])

    def run(self, code: str) -> str:
        """Return what `code` prints, or the message of the error it ends with."""
        cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in self.person.http.cookies.jar)
        address = self.person.hub.address.replace("http", "ws", 1)
        path = f"/user/{self.person.name}/api/kernels/{self.id}/channels"
        channel = websocket.create_connection(f"{address}{path}", cookie=cookies, timeout=60)
        try:
            channel.send(json.dumps(_request(code)))
            return _printed(channel)
        finally:
            channel.close()


def _request(code: str) -> dict[str, object]:
    return {
        "header": {"msg_id": "1", "msg_type": "execute_request", "username": "", "session": "1", "version": "5.3"},
        "parent_header": {},
        "metadata": {},
        "content": {
            "code": code,
            "silent": False,
            "store_history": False,
            "user_expressions": {},
            "allow_stdin": False,
        },
        "channel": "shell",
    }


def _printed(channel: websocket.WebSocket) -> str:
    printed = ""
    while True:
        message = json.loads(channel.recv())
        if message["parent_header"].get("msg_id") != "1":
            continue
        if message["msg_type"] == "stream":
            printed += message["content"]["text"]
        elif message["msg_type"] == "error":
            printed += message["content"]["evalue"]
        elif message["content"].get("execution_state") == "idle":
            return printed  # comes after everything printed, which the reply need not
