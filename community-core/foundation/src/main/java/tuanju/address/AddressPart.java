package tuanju.address;

/** One part of an address and where it was read: 86, from the text. */
public record AddressPart(String value, AddressOrigin origin) {}
