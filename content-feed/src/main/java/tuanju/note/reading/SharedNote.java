package tuanju.note.reading;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.card.Viewer;
import tuanju.community.Code;
import tuanju.link.SharedPage;
import tuanju.member.MemberId;
import tuanju.note.Notes;

/** Notes can be handed on by links. */
@Component
@RequiredArgsConstructor
class SharedNote implements SharedPage {

    static final String KIND = "note";

    private final Notes notes;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String above() {
        return "/n/";
    }

    @Override
    public void find(Code code, MemberId viewer) {
        notes.find(new Viewer(viewer), code);
    }
}
