package tuanju.payment;

import java.util.List;
import org.springframework.stereotype.Component;

/** The list of money matters that wait for a person; operators read it. */
@Component
public class ExceptionCases {

    /** The newest cases of all communities, at most this many. */
    public List<ExceptionCase> newest(int limit) {
        throw new UnsupportedOperationException();
    }
}
