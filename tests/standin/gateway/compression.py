"""Packing frames as the client asked for it: one stream for a whole connection."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from typing import Any, Protocol

from standin.errors import GatewayClose


class Packer(Protocol):
    """Turns the text of a frame into what goes over the socket."""

    def pack(self, text: str) -> str | bytes:
        """Return the frame; the order of calls is the order of frames."""


class Plain:
    """Frames as they are."""

    def pack(self, text: str) -> str | bytes:
        """Return `text`."""
        return text


class ZlibStream:
    """One zlib stream; each frame ends in the mark of a sync flush, 00 00 FF FF."""

    def __init__(self) -> None:
        self._stream = zlib.compressobj()

    def pack(self, text: str) -> str | bytes:
        """Return the next piece of the stream."""
        return self._stream.compress(text.encode()) + self._stream.flush(zlib.Z_SYNC_FLUSH)


class ZstdStream:
    """One Zstandard stream; discord.py asks for it from Python 3.14 on, or where `zstandard` is installed."""

    def __init__(self) -> None:
        self._compress, self._flush = _zstd()

    def pack(self, text: str) -> str | bytes:
        """Return the next piece of the stream."""
        return bytes(self._compress(text.encode())) + bytes(self._flush())


def _zstd() -> tuple[Any, Any]:
    try:
        from compression import zstd  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        import zstandard  # type: ignore[import-not-found,unused-ignore]

        stream = zstandard.ZstdCompressor().compressobj()
        return stream.compress, lambda: stream.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK)
    stream = zstd.ZstdCompressor()
    return stream.compress, lambda: stream.flush(zstd.ZstdCompressor.FLUSH_BLOCK)


VERSION = "10"
PACKERS: dict[str, type[Packer]] = {"": Plain, "zlib-stream": ZlibStream, "zstd-stream": ZstdStream}


def packer_for(query: Mapping[str, str]) -> Packer:
    """Return a packer of the kind that the address asks for; raise `GatewayClose` for what does not exist."""
    if query.get("v") != VERSION:
        raise GatewayClose(4012, "Invalid API version.")
    compression = query.get("compress", "")
    if compression not in PACKERS or query.get("encoding", "json") != "json":
        raise GatewayClose(4002, "Unknown compression or encoding.")
    return PACKERS[compression]()
