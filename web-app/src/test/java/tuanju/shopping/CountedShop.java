package tuanju.shopping;

import static org.assertj.core.api.Assertions.assertThat;
import static tuanju.ApiClient.read;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import support.Statements;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import support.Till;
import tuanju.ApiClient;
import tuanju.community.Code;
import tuanju.community.Leaders;
import tuanju.community.PickupPlace;
import tuanju.community.PickupPoints;
import tuanju.member.MemberId;

/** A shop that is open, with people who buy in it and a count of what each act asks of the database. */
abstract class CountedShop {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    Leaders leaders;

    @Autowired
    PickupPoints points;

    @Autowired
    Till till;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Statements statements;

    TeamNeighbourhood home;
    ApiClient leader;
    UUID point = new UUID(0, 0);
    ApiClient anna;
    ApiClient bert;

    @BeforeEach
    void found() {
        home = neighbourhoods.found(1, 2);
        anna = ApiClient.signUp(mvc);
        bert = ApiClient.signUp(mvc);
        leader = leader();
        // whatever is kept in memory is there
        open(ApiClient.signUp(mvc));
    }

    private ApiClient leader() {
        var phone = "15" + "%09d".formatted(System.nanoTime() % 1_000_000_000);
        var signedUp = ApiClient.signUp(mvc, phone);
        var me = new MemberId(jdbc.sql("select id from member where phone = ?")
                .param(phone)
                .query(UUID.class)
                .single());
        leaders.appoint(me, home.id(), home.leader());
        point = points.open(home.id(), me, new PickupPlace("3号门", "3号门旁", "3号门岗亭", "9:00–20:00", ""))
                .id();
        return signedUp;
    }

    void receive(ApiClient buyer, String where, MvcTestResult placed) {
        String order = read(placed, where);
        assertThat(buyer.post("/api/v1/orders/" + order + "/payments", "{\"provider\":\"offline\"}"))
                .hasStatus(201);
        till.receive(home.id(), new Code(order), home.leader());
    }

    MvcTestResult open(ApiClient buyer) {
        return buyer.post("/api/v1/team-offers/" + home.offer() + "/teams", wish());
    }

    MvcTestResult join(ApiClient buyer, String team) {
        var joined = buyer.post("/api/v1/teams/" + team + "/seats", wish());
        assertThat(joined).hasStatus(201);
        return joined;
    }

    String wish() {
        return "{\"quantity\":1,\"whenFull\":\"REFUND\",\"pickupPoint\":\"%s\"}"
                .formatted(home.point().id());
    }

    /** As a neighbour's link led there. */
    String wish(String link) {
        return wish().replace("}", ",\"from\":\"" + link + "\"}");
    }

    /** Of anna, to what is sold there. */
    String link(String kind, String code) {
        return read(
                anna.post("/api/v1/links", "{\"target\":{\"kind\":\"%s\",\"code\":\"%s\"}}".formatted(kind, code)),
                "$.code");
    }
}
