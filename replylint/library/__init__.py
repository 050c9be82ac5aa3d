"""Template mode: slots, fragments, look-alikes, suppressions, baselines: what a library needs beside the rules for one reply."""
