package tuanju.chain;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import support.ModuleTest;
import support.Neighbourhoods;
import support.Visitor;
import tuanju.cycle.CycleRound;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;

@ModuleTest
@DisplayName("Texts for the group over REST")
class GroupTextResourcesTest {

    @Autowired
    CycleRound round;

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    MockMvc mvc;

    @Test
    void theLeaderReadsThemMaskedAndNobodyElseDoes() throws Exception {
        var home = neighbourhoods.found(2);
        var cycle = round.open(home, null, CycleRound.eggs(50_00));
        round.paid(home, cycle, 1, 1);
        var path = "/api/v1/cycles/" + cycle.code() + "/group-texts";

        as(home.leader(), path)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[?(@.kind=='SUMMARY')].text", hasItem(containsString("散养鸡蛋"))))
                .andExpect(jsonPath("$[*].text", everyItem(not(containsString("801")))))
                .andExpect(jsonPath("$[?(@.kind=='ARRIVED')].fits", hasItem(false)));
        as(home.member(1), path).andExpect(status().isNotFound());
    }

    private ResultActions as(MemberId member, String path) throws Exception {
        var me = new SignedIn(member, "王姐", false);
        return mvc.perform(get(path).with(Visitor.signedIn(me)));
    }
}
