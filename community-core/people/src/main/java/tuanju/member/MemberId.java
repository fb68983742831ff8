package tuanju.member;

import java.io.Serializable;
import java.util.UUID;

/** Identifies a member (成员) across every community. */
public record MemberId(UUID value) implements Serializable {}
