package tuanju.command;

import lombok.Getter;

/** Tried too often (429); in so many seconds it may be tried again. */
@Getter
public final class TooMany extends Refusal {

    private final long retryAfterSeconds;

    /** The sentence may say it in seconds, minutes or hours: each is the next whole one. */
    public TooMany(long retryAfterSeconds) {
        super(
                429,
                "too-many",
                retryAfterSeconds,
                Math.ceilDiv(retryAfterSeconds, 60),
                Math.ceilDiv(retryAfterSeconds, 3600));
        this.retryAfterSeconds = retryAfterSeconds;
    }
}
