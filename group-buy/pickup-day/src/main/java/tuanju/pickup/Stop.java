package tuanju.pickup;

/** A point on the driver's way, and whom to ask for there; the phone is masked. */
record Stop(Drop drop, String contact, String maskedPhone) {}
