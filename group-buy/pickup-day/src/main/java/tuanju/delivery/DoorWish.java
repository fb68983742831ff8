package tuanju.delivery;

import java.util.regex.Pattern;

/** Whether a buyer's note asks for the bag to be brought to the door: 帮忙送到87-105. */
final class DoorWish {

    private static final Pattern BRING = Pattern.compile(
            "送(一下|下)?(到|上|去|货|来|过来|家)|配送|帮(我|忙)?(带|拿|拎|提|捎)(到|上|过来|回)|放(在|到)?(我家|家)?门口"
                    + "|\\b(deliver|bring|carry)\\b|to (my|the|our) door|at (my|the|our) door|doorstep",
            Pattern.CASE_INSENSITIVE);

    /** Whoever comes themselves, and goods that are a present for somebody else. */
    private static final Pattern LEAVE_IT = Pattern.compile(
            "(不用|不要|别|不必|无需|勿|不需要)(再|给我|帮我|帮忙)?(配?送|带|拿|拎|提)|自提|自己(来|去)?(拿|取|提)|自取"
                    + "|\\b(no|not|without|don'?t)\\b[^.]{0,12}\\b(deliver|bring|carry)|pick(ing)? (it )?up myself",
            Pattern.CASE_INSENSITIVE);

    private DoorWish() {}

    static boolean isIn(String note) {
        return BRING.matcher(note).find() && !LEAVE_IT.matcher(note).find();
    }
}
