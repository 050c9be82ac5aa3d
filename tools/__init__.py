"""Programs for the maintainers: pages, measurements, floors. Not shipped."""
