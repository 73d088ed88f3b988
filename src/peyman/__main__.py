"""``python -m peyman``: the same as the command ``peyman``."""

from peyman.cli import main

if __name__ == "__main__":
    main()
