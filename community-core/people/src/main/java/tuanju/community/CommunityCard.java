package tuanju.community;

import java.time.ZoneId;

/**
 * What others need to know of a community.
 *
 * @param shortCode four characters that begin each of its public codes
 * @param place where it is, as neighbours say it: 上海市闵行区紫龙路500弄
 * @param zone business days begin and end here; Asia/Shanghai unless it says otherwise
 */
public record CommunityCard(CommunityId id, String shortCode, String name, String place, ZoneId zone) {}
