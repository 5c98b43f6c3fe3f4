"""Writes the codebook pages of the export formats into docs/export."""

from pathlib import Path

from dragoman.export.codebook import pages

if __name__ == "__main__":
    folder = Path(__file__).parents[1] / "docs" / "export"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (folder / name).write_text(text, encoding="utf-8")
