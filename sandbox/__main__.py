"""`python -m sandbox --port 8099`: the server alone, for any bot."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

from sandbox import Sandbox, TurnableClock


async def serve(options: argparse.Namespace) -> int:
    """Run until interrupted. The clock starts at the present, or where the saved play stopped."""
    clock = TurnableClock(datetime.fromtimestamp(options.at, UTC) if options.at else datetime.now(UTC))
    sandbox = Sandbox(
        clock=clock,
        token=options.token,
        directory=options.directory,
        plain_webhooks=True,
        rate_limits=options.rate_limits,
    )
    if sandbox.saved_now and sandbox.saved_now > clock.now():
        clock.turn_to(sandbox.saved_now)
    # without a directory the ids would begin anew, and a bot that remembers them would take all for repeats
    updates = sandbox.world.updates
    updates.last_id = max(updates.last_id, int(datetime.now(UTC).timestamp()))
    if not sandbox.world.people:
        sandbox.world.add_person("Anna", "Petrova", pinned=True)
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    try:
        await sandbox.start(options.port, options.host)
    except OSError as problem:
        print(f"port {options.port}: {problem.strerror}", file=sys.stderr)
        return 2
    print(f"{sandbox.url}\nTELEGRAM_API_URL={sandbox.url} TELEGRAM_TOKEN={options.token}", flush=True)
    await stopped.wait()
    await sandbox.stop()
    return 0


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m sandbox", description="a local messenger for one bot")
    parser.add_argument("--port", type=int, default=8099, help="0: any free port")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--token", default="42:SANDBOX")
    parser.add_argument("--directory", type=Path, help="where the play is kept; without it nothing is")
    parser.add_argument("--at", type=int, default=0, help="unix second at which the clock starts")
    parser.add_argument("--rate-limits", action="store_true", help="refuse a bot that sends too fast, as Telegram does")
    sys.exit(asyncio.run(serve(parser.parse_args())))


if __name__ == "__main__":
    main()
