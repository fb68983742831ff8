package tuanju.review;

import java.util.List;
import org.springframework.stereotype.Component;
import tuanju.member.PersonalData;
import tuanju.member.PersonalTable;

/** What a member said of goods, and what they answered; with their account the words go, and stars stay by an id alone. */
@Component
class PersonalReviews implements PersonalData {

    private static final String STARS =
            "stars that others' averages are made of (E-Commerce Law, Art. 39), by an id alone";

    @Override
    public String called() {
        return "review";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("review")
                        .copied("""
                    select code, product_name, taste, freshness, as_described, words, written_at, removed_reason from review
                    where author_id = :member order by written_at
                    """)
                        .forgotten("update review set words = '' where author_id = :member and words <> ''")
                        .kept(STARS),
                PersonalTable.of("review_answer")
                        .copied("""
                    select words, answered_at from review_answer where answered_by = :member order by answered_at
                    """)
                        .kept("what a leader or the platform said to everybody, by an id alone"));
    }
}
