package tuanju.teambuy;

import tuanju.member.MemberCard;

/**
 * Someone sitting in a team, as strangers may see them.
 *
 * @param card masked: its name is the public name and it has no phone
 * @param paid false while they are paying
 * @param opener whether they opened the team
 */
public record Face(MemberCard card, boolean paid, boolean opener) {}
