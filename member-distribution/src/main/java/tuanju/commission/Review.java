package tuanju.commission;

/** What a person says about a commission that looks like the referrer's own purchase; nothing is booked before. */
enum Review {
    OPEN,
    ALLOWED,
    REFUSED
}
