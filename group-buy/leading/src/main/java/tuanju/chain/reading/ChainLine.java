package tuanju.chain.reading;

/**
 * One entry of a chain list: a line that is not blank, or several where an entry goes on below its name.
 *
 * @param number of its first line, counted from 1
 * @param last the number of its last line
 * @param written as it stands in the text; several lines with a space between them
 */
public record ChainLine(int number, int last, String written) {

    public ChainLine(int number, String written) {
        this(number, number, written);
    }

    /** This entry with a further line. */
    ChainLine and(ChainLine next) {
        return new ChainLine(number, next.last, written.stripTrailing() + " " + next.written.strip());
    }
}
