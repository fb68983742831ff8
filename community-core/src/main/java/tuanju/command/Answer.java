package tuanju.command;

/**
 * The answer to a command.
 *
 * @param replayed true when this is the stored answer to an earlier call with the same key
 */
public record Answer<T>(T value, boolean replayed) {}
