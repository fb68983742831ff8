package tuanju.link;

import tuanju.community.Code;

/** The page a link leads to. */
public record Target(String kind, Code code) {}
