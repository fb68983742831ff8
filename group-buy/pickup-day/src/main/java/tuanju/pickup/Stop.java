package tuanju.pickup;

import org.springframework.modulith.NamedInterface;

/** A point on the driver's way, and whom to ask for there; the phone is masked. */
@NamedInterface("rooms")
public record Stop(Drop drop, String contact, String maskedPhone) {}
