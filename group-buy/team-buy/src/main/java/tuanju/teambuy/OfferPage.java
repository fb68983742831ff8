package tuanju.teambuy;

import java.util.List;
import tuanju.picture.PictureRef;

/** Everything on an offer's page; teams are those one can join right now, the nearest to forming first. */
public record OfferPage(OfferCard offer, String description, List<PictureRef> pictures, List<TeamCard> teams) {}
