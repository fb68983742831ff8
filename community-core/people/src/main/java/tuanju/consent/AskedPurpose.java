package tuanju.consent;

/** Told by modules above: one purpose they ask consent for. Its words are the messages consent.{purpose}.title and .text. */
public interface AskedPurpose {

    /** Its name in addresses and tables: lower-case words with hyphens. */
    String purpose();

    /** Goes up with every change of the words: then a consent to the words before stands no more. */
    int version();
}
