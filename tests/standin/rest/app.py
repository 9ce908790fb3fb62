"""The REST side: every request is noted, troubled, authorised, answered and, if wrong, refused as Discord does."""

from __future__ import annotations

import asyncio
import json
import re
import time
from typing import Any
from zlib import crc32

from aiohttp import web

from standin.backstage import Backstage
from standin.errors import ApiError, refusal
from standin.gateway.connection import gateway
from standin.ledger import Request
from standin.rest import application, callbacks, channels, commands, guilds, messages, reactions, webhooks
from standin.rest.call import Answer, Call, Endpoint, read_body
from standin.trouble import CUT, RateLimit

PREFIX = "/api/v10"
MODULES = (application, callbacks, channels, commands, guilds, messages, reactions, webhooks)
# The token in the path of these is all that they ask for.
OPEN = re.compile(r"/(interactions|webhooks)/")
BODY_MAX = 30 * 1024 * 1024


def make_app(backstage: Backstage) -> web.Application:
    """Return the application that serves the REST side, the gateway and the files."""
    app = web.Application(client_max_size=BODY_MAX)

    async def connect(request: web.Request) -> web.StreamResponse:
        return await gateway(request, backstage)

    async def download(request: web.Request) -> web.Response:
        return _download(backstage, request.match_info)

    app.router.add_get("/gateway", connect)
    app.router.add_get("/attachments/{channel_id}/{attachment_id}/{filename}", download)
    for module in MODULES:
        for method, path, endpoint in module.ROUTES:
            app.router.add_route(method, PREFIX + path, _served(backstage, endpoint))
    app.router.add_route("*", "/{path:.*}", _served(backstage, None))
    return app


def _served(backstage: Backstage, endpoint: Endpoint | None) -> Any:
    async def serve(request: web.Request) -> web.Response:
        path = request.path.removeprefix(PREFIX)
        noted = Request(f"{request.method} {path}", {}, {}, dict(request.query), time.monotonic())
        backstage.ledger.requests.append(noted)
        backstage.pulse.beat()
        try:
            response = await _answer(backstage, request, noted, endpoint)
        except ApiError as error:
            if error.status == 400:
                backstage.ledger.complain(f"{noted.route} was refused: {error}")
            response = _json(error.body, status=error.status)
        except Exception as error:
            backstage.ledger.complain(f"the stand-in broke on {noted.route}: {error!r}")
            raise
        noted.status = response.status
        backstage.pulse.beat()
        return response

    return serve


async def _answer(
    backstage: Backstage, request: web.Request, noted: Request, endpoint: Endpoint | None
) -> web.Response:
    noted.body, noted.files = await read_body(request)
    trouble = backstage.trouble
    await asyncio.sleep(trouble.delay_for(noted.route))
    limit = trouble.limit_for(noted.route)
    if limit is not None:
        return _too_many(limit)
    failure = trouble.failure_for(noted.route)
    if failure is not None and not failure.done:
        return _fail(request, failure.status)
    if endpoint is None:
        backstage.ledger.complain(f"the stand-in has no route {noted.route}")
        raise refusal("no such route")
    _authorize(backstage, request)
    call = Call(backstage, dict(request.match_info), noted.query, noted.body, noted.files)
    answer = await _ask(endpoint, call)
    if failure is not None:
        return _fail(request, failure.status)
    headers = _rate_limit_headers(request)
    if answer.data is None:
        return web.Response(status=answer.status, headers=headers)
    return _json(answer.data, status=answer.status, headers=headers)


def _authorize(backstage: Backstage, request: web.Request) -> None:
    shown = request.headers.get("Authorization")
    if not OPEN.match(request.path.removeprefix(PREFIX)) and shown != f"Bot {backstage.token}":
        raise refusal("unauthorized")


def _fail(request: web.Request, status: int) -> web.Response:
    if status == CUT and request.transport is not None:
        request.transport.abort()
    return _json({"message": "on command", "code": 0}, status=status or 500)


async def _ask(endpoint: Endpoint, call: Call) -> Answer:
    try:
        answer = await endpoint(call)
    except NotImplementedError as missing:
        call.backstage.ledger.complain(str(missing))
        raise ApiError(501, 0, str(missing)) from missing
    if isinstance(answer, Answer):
        return answer
    return Answer(204 if answer is None else 200, answer)


def _json(data: Any, *, status: int, headers: dict[str, str] | None = None) -> web.Response:
    """Discord names no charset beside the type, and clients compare the whole header."""
    headers = {"Content-Type": "application/json"} | (headers or {})
    return web.Response(body=json.dumps(data).encode(), status=status, headers=headers)


def _rate_limit_headers(request: web.Request) -> dict[str, str]:
    """Discord tells with every answer how much is left; here there is always enough left."""
    resource = request.match_info.route.resource
    bucket = f"{request.method} {resource.canonical if resource else ''}"
    return {
        "X-RateLimit-Limit": "1000",
        "X-RateLimit-Remaining": "999",
        "X-RateLimit-Reset": str(time.time() + 1),
        "X-RateLimit-Reset-After": "1.0",
        "X-RateLimit-Bucket": format(crc32(bucket.encode()), "08x"),
    }


def _too_many(limit: RateLimit) -> web.Response:
    seconds = round(limit.turn_away(time.monotonic()), 3)
    headers = {"Via": "1.1 google", "Retry-After": str(max(1, round(seconds)))}
    headers["X-RateLimit-Scope"] = "global" if limit.everywhere else "user"
    if limit.everywhere:
        headers["X-RateLimit-Global"] = "true"
    else:
        reset = {"Limit": "5", "Remaining": "0", "Reset": str(time.time() + seconds), "Reset-After": str(seconds)}
        headers |= {f"X-RateLimit-{key}": value for key, value in reset.items()}
    body = {"message": "You are being rate limited.", "retry_after": seconds, "global": limit.everywhere}
    return _json(body, status=429, headers=headers)


def _download(backstage: Backstage, wanted: Any) -> web.Response:
    upload = backstage.uploads.get(int(wanted["attachment_id"]))
    if upload is not None:
        return web.Response(body=upload.data, content_type=upload.content_type)
    channel = backstage.channels.get(int(wanted["channel_id"]))
    for message in channel.messages.values() if channel else ():
        for attachment in message.attachments:
            if str(attachment.id) == wanted["attachment_id"]:
                return web.Response(body=attachment.data, content_type=attachment.content_type)
    raise web.HTTPNotFound
