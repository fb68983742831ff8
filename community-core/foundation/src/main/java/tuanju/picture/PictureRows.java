package tuanju.picture;

import java.awt.image.BufferedImage;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where uploaded pictures lie, in three widths each. */
@Component
@RequiredArgsConstructor
class PictureRows {

    /** No picture is kept wider or higher, in pixels. */
    static final int WIDEST = 1600;

    private static final List<Integer> WIDTHS = List.of(400, 800, WIDEST);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient database;

    static int widthFor(int wanted) {
        return WIDTHS.stream().filter(it -> it >= wanted).findFirst().orElse(WIDEST);
    }

    /** A loose one goes after a day, unless it is {@linkplain #take taken} before. */
    PictureRef store(UUID owner, BufferedImage picture, boolean loose) {
        String code = newCode();
        database.sql("insert into picture (code, owner, loose) values (:code, :owner, :loose)")
                .param("code", code)
                .param("owner", owner)
                .param("loose", loose)
                .update();
        for (int width : WIDTHS) {
            database.sql("insert into picture_size (code, width, jpeg) values (:code, :width, :jpeg)")
                    .param("code", code)
                    .param("width", width)
                    .param("jpeg", Pixels.jpeg(Pixels.within(picture, width)))
                    .update();
        }
        return new PictureRef("up:" + code);
    }

    /** They stay from now on; says how many of these uploads this owner has. */
    int take(UUID owner, List<String> codes) {
        return codes.isEmpty()
                ? 0
                : database.sql("update picture set loose = false where owner = :owner and code in (:codes)")
                        .param("owner", owner)
                        .param("codes", codes)
                        .update();
    }

    void sweep() {
        database.sql("delete from picture where loose and created_at < now() - interval '1 day'")
                .update();
    }

    Optional<byte[]> jpeg(String code, int width) {
        return database.sql("select jpeg from picture_size where code = :code and width = :width")
                .param("code", code)
                .param("width", width)
                .query(byte[].class)
                .optional();
    }

    /** 20 characters of base 32: 100 random bits. */
    private static String newCode() {
        return RANDOM.ints(20, 0, 32)
                .collect(
                        StringBuilder::new,
                        (text, it) -> text.append(Character.forDigit(it, 32)),
                        StringBuilder::append)
                .toString();
    }
}
