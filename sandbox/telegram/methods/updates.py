"""Fetching updates: long polling and the webhook that shuts it out."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from sandbox.shapes import Json
from sandbox.telegram import errors
from sandbox.telegram.call import Call
from sandbox.telegram.errors import bad_request

_PORTS = (80, 88, 443, 8443)


async def get_updates(call: Call) -> list[Json]:
    """`limit` and `timeout` are brought into their bounds, not refused."""
    if "allowed_updates" in call.params:
        call.world.updates.allow(call.params["allowed_updates"])
    limit = min(max(call.get("limit", 100), 1), 100)
    timeout = min(max(call.get("timeout", 0), 0), 50)
    return await call.polling.fetch(call.get("offset", 0), limit, timeout)


def set_webhook(call: Call) -> bool:
    url = call.get("url", "")
    if not url:
        return delete_webhook(call)
    _check(url, call.get("secret_token", ""), plain=call.plain_webhooks)
    if call.get("drop_pending_updates"):
        call.world.updates.clear()
    if "allowed_updates" in call.params:
        call.world.updates.allow(call.params["allowed_updates"])
    connections = min(max(call.get("max_connections", 40), 1), 100)
    secret = call.get("secret_token", "")
    call.world.profile.webhook = {
        "url": url,
        "max_connections": connections,
        "secret_token": secret,
        "has_custom_certificate": "certificate" in call.params,
    }
    if "ip_address" in call.params:
        call.world.profile.webhook["ip_address"] = call.params["ip_address"]
    call.world.touch("profile", "")
    call.polling.end(errors.BY_WEBHOOK)
    call.polling.webhook_changed()
    return True


def delete_webhook(call: Call) -> bool:
    if call.get("drop_pending_updates"):
        call.world.updates.clear()
    call.world.profile.webhook = {}
    call.world.touch("profile", "")
    call.polling.webhook_changed()
    return True


def get_webhook_info(call: Call) -> Json:
    call.world.updates.expire()
    webhook = call.world.profile.webhook
    info: Json = {
        "url": webhook.get("url", ""),
        "has_custom_certificate": webhook.get("has_custom_certificate", False),
        "pending_update_count": len(call.world.updates.pending),
    }
    for key in ("ip_address", "max_connections", "last_error_date", "last_error_message"):
        if key in webhook:
            info[key] = webhook[key]
    if call.world.updates.allowed is not None:
        info["allowed_updates"] = sorted(call.world.updates.allowed)
    return info


def _check(url: str, secret: str, *, plain: bool) -> None:
    try:
        parts = urlsplit(url if "://" in url else f"https://{url}")
    except ValueError:
        raise bad_request("invalid webhook URL specified") from None
    if parts.scheme != "https" and not plain:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    try:
        port = parts.port or 443
    except ValueError:
        raise bad_request("invalid webhook URL specified") from None
    if not parts.hostname:
        raise bad_request("invalid webhook URL specified")
    if port not in _PORTS and not plain:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    if len(secret) > 256:
        raise bad_request("secret token is too long")
    if re.search(r"[^A-Za-z0-9_-]", secret):
        raise bad_request("secret token contains unallowed characters")
