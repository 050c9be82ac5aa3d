"""What the situation is: told, or guessed from the texts by the cues of `rules/context/`."""
