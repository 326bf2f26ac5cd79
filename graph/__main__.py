"""`python -m graph`: the same command as `picketline`."""

from graph.cli import main

if __name__ == "__main__":
    main()
