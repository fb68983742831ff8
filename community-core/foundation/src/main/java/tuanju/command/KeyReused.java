package tuanju.command;

/** The key was used for something else before (422). */
final class KeyReused extends Refusal {
    KeyReused() {
        super(422, "idempotency-key-reused");
    }
}
