package tuanju.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;
import support.Patience;
import support.Residents;
import support.TestDatabase;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;
import tuanju.money.Money;
import tuanju.notification.Notifications.Telling;

/** Members learn what happened once, in their language, and only what did happen. */
@SpringBootTest
@Import({TestDatabase.class, Residents.class})
@ActiveProfiles("test")
class NotificationsTest {

    @Autowired
    Notifications notifications;

    @Autowired
    Inbox inbox;

    @Autowired
    InboxPages pages;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private final MemberId li = new MemberId(UUID.randomUUID());
    private final MemberId wang = new MemberId(UUID.randomUUID());

    @AfterEach
    void speakAsBefore() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void theSameThingIsToldOnceHoweverManySayIt() throws Exception {
        var together = new CyclicBarrier(8);
        Callable<Boolean> say = () -> {
            together.await();
            notifications.tell(li, about("refund:1"));
            return true;
        };
        try (var callers = Executors.newFixedThreadPool(8)) {
            for (var said :
                    callers.invokeAll(IntStream.range(0, 8).mapToObj(it -> say).toList())) {
                assertThat(said.get()).isTrue();
            }
        }
        assertThat(inbox.of(li, null, 50)).hasSize(1);
        assertThat(inbox.unread(li)).isEqualTo(1);
    }

    @Test
    void whatDidNotHappenIsNotTold() {
        transaction.executeWithoutResult(status -> {
            notifications.tell(li, about("refund:2"));
            status.setRollbackOnly();
        });
        assertThat(inbox.of(li, null, 50)).isEmpty();
    }

    @Test
    void severalAreToldAtOnceEachTheirOwn() {
        notifications.tell(List.of(
                new Telling(li, about("order:1")),
                new Telling(li, about("order:2")),
                new Telling(wang, about("order:3"))));
        notifications.tell(List.of(li, wang), about("cycle:9"));
        assertThat(inbox.unread(li)).isEqualTo(3);
        assertThat(inbox.unread(wang)).isEqualTo(2);
    }

    @Test
    void itIsReadInTheReadersLanguage() {
        notifications.tell(li, Notification.of("limit", "refusal.deputy-many", "/orders", 20));
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        assertThat(text(li)).contains("20").containsPattern("\\p{IsHan}");
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(text(li)).isEqualTo("At most 20 deputies at a time.");
    }

    @Test
    void moneyIsToldToTheFenAndTextsAsTheyAre() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        notifications.tell(li, Notification.of("m", "refusal.deputy-many", "/orders", Money.ofFen(420)));
        assertThat(text(li)).contains("¥4.20");
        notifications.tell(wang, Notification.of("t", "refusal.deputy-many", "/orders", "{1} <b>'荔枝'</b> \\u0000"));
        assertThat(text(wang)).contains("{1} <b>'荔枝'</b> \\u0000");
    }

    @Test
    void onlyTheReaderReadsAndWhatCameMeanwhileStillWaits() {
        notifications.tell(li, about("order:1"));
        var first = inbox.of(li, null, 50).getFirst();
        assertThat(inbox.read(wang, first.id())).isEmpty();
        var shown = inbox.unreadIds(li);
        notifications.tell(li, about("order:2"));
        assertThat(inbox.read(wang, shown)).isZero();
        assertThat(inbox.read(li, shown)).isEqualTo(1);
        assertThat(inbox.unread(li)).isEqualTo(1);
        assertThat(inbox.read(li, first.id())).contains("/orders");
    }

    @Test
    void whatIsTooMuchToReadAtOnceIsSaid() {
        notifications.tell(IntStream.rangeClosed(0, Inbox.MOST_AT_ONCE)
                .mapToObj(number -> new Telling(li, about("order:" + number)))
                .toList());
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        var flash = new RedirectAttributesModelMap();
        var me = new SignedIn(li, "李四", false);

        pages.readAll(me, inbox.unreadIds(li), flash);
        assertThat(flash.getFlashAttributes().get("flashOk")).asString().startsWith("One message is still unread.");

        var rest = new RedirectAttributesModelMap();
        pages.readAll(me, inbox.unreadIds(li), rest);
        assertThat(rest.getFlashAttributes()).isEmpty();
    }

    @Test
    void whatALongerTransactionToldEarlierAndCommitsLateStillWaits() throws Exception {
        var told = new CountDownLatch(1);
        var looked = new CountDownLatch(1);
        try (var pool = Executors.newSingleThreadExecutor()) {
            var longer = pool.submit(() -> transaction.executeWithoutResult(status -> {
                notifications.tell(li, about("order:late"));
                told.countDown();
                await(looked);
            }));
            await(told);
            notifications.tell(li, about("order:quick"));
            var shown = inbox.unreadIds(li);
            assertThat(shown).hasSize(1);
            looked.countDown();
            longer.get(Patience.SECONDS, TimeUnit.SECONDS);
            assertThat(inbox.of(li, null, 50).getLast().id()).isLessThan(shown.getFirst());

            assertThat(inbox.read(li, shown)).isEqualTo(1);

            assertThat(inbox.unread(li)).isEqualTo(1);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void whatIsOldIsForgotten() {
        notifications.tell(li, about("order:1"));
        jdbc.sql("update notification set told_at = told_at - interval '181 days' where member_id = :member")
                .param("member", li.value())
                .update();
        notifications.tell(li, about("order:2"));
        inbox.forgetOld();
        assertThat(inbox.of(li, null, 50)).hasSize(1);
    }

    @Test
    void nobodyIsLedToAnotherSite() {
        assertThatThrownBy(() -> Notification.of("x", "notification.title", "//evil.example"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> jdbc.sql("""
                        insert into notification (member_id, id, subject, topic, arguments, link)
                        values (:member, :member, 'x', 'notification.title', '[]', '//evil.example')
                        """).param("member", li.value()).update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private String text(MemberId member) {
        return inbox.of(member, null, 1).getFirst().text();
    }

    private static Notification about(String subject) {
        return Notification.of(subject, "notification.title", "/orders", Instant.EPOCH);
    }
}
