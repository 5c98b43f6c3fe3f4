"""Stylesheet, scripts and outlines, from the package; the chart library from its own package."""

import mimetypes
from functools import lru_cache
from importlib.resources.abc import Traversable

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from dragoman.web.errors import not_found

CHARTS = "vega.js"
_KEPT = "public, max-age=31536000, immutable"


def router(folder: Traversable) -> APIRouter:
    """Serves the files of a folder under /static."""
    routes = APIRouter(include_in_schema=False)
    found = {item.name: item for item in folder.iterdir() if item.is_file()}

    @routes.get("/static/{name}")
    def static(request: Request, name: str) -> Response:
        if name == CHARTS:
            return _file(chart_library(), "text/javascript; charset=utf-8", request)
        if name not in found:
            raise not_found("such file")
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        charset = "" if kind.startswith("image/png") else "; charset=utf-8"
        return _file(found[name].read_bytes(), kind + charset, request)

    return routes


def _file(data: bytes, kind: str, request: Request) -> Response:
    """A file; browsers may keep it for good where its address carries the stamp."""
    kept = _KEPT if "v" in request.query_params else "public, max-age=300"
    return Response(data, headers={"content-type": kind, "cache-control": kept})


@lru_cache(maxsize=1)
def chart_library() -> bytes:
    """Vega-Lite with all it needs, as one script, in the version that vl-convert carries."""
    import vl_convert

    bundle: str = vl_convert.javascript_bundle()  # type: ignore[call-arg]
    return bundle.encode()
