"""``python -m guide_tui`` is ``guide``."""

from guide_tui.cli.main import main

if __name__ == "__main__":
    main()
