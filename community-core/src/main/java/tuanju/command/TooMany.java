package tuanju.command;

import lombok.Getter;

/** Tried too often (429); in so many seconds it may be tried again. */
@Getter
public final class TooMany extends Refusal {

    private final long retryAfterSeconds;

    public TooMany(long retryAfterSeconds) {
        super(429, "too-many", retryAfterSeconds);
        this.retryAfterSeconds = retryAfterSeconds;
    }
}
