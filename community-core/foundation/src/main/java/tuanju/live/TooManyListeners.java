package tuanju.live;

import tuanju.command.Refusal;

/** So many pages are listening that one more would harm the others; it still works by reloading. */
final class TooManyListeners extends Refusal {
    TooManyListeners() {
        super(429, "too-many-listeners");
    }
}
