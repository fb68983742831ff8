package tuanju.member;

import java.time.Instant;

/** A new member exists. */
public record MemberSignedUp(MemberId member, Instant at) {}
