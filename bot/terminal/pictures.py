"""Pictures as files: what the terminal has instead of an attachment."""

from __future__ import annotations

from pathlib import Path

from bot.presentation.pictures import Picture


def save(picture: Picture, file: Path) -> None:
    """Draw `picture` into `file`; raise `OSError` where that cannot be written."""
    # The first drawing imports matplotlib, which is dear: only who wants a picture waits for it.
    from bot.presentation.pictures.drawing import draw

    file.write_bytes(draw(picture))


def saved_in(folder: Path, picture: Picture) -> str:
    """Draw `picture` into `folder` under its own name, and say where it is or why it is not."""
    file = folder / picture.file_name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        save(picture, file)
    except OSError as error:
        return f"The picture could not be saved in {folder}: {error.strerror or error}."
    return f"Picture: {file}"
