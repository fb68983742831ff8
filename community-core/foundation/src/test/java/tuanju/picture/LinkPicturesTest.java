package tuanju.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tuanju.picture.LinkPicture.Language;
import tuanju.picture.LinkPicture.Seats;

/** The picture beside a link, as it is painted. */
class LinkPicturesTest {

    private static final LinkPicture GRAPES = grapes("阳光玫瑰葡萄", new Seats(1, 3));

    @Test
    @DisplayName("W-43 what the typeface has no shape for leaves no empty box: it is left out")
    void emojiLeaveNoEmptyBox() throws Exception {
        assertThat(pixels(paint(grapes("🍇阳光玫瑰葡萄🤩", new Seats(1, 3))))).isEqualTo(pixels(paint(GRAPES)));
        assertThat(paint(grapes("🍇", new Seats(1, 3))).getWidth()).isEqualTo(1200);
    }

    @Test
    @DisplayName("W-43 however long its words, they stay inside the picture and leave the price alone")
    void longWordsStayInside() throws Exception {
        var painted = paint(grapes("特别".repeat(60), new Seats(9, 20)));
        for (int y = 0; y < painted.getHeight(); y++) {
            assertThat(new Color(painted.getRGB(1190, y))).as("row %s", y).isEqualTo(PosterCanvas.PAPER);
        }
    }

    @Test
    @DisplayName("W-43 another state has another address, the same state the same")
    void anAddressNamesItsState() {
        var path = GRAPES.path("/t/X", Language.ZH);
        assertThat(path).matches("/t/X/link-zh-[0-9a-f]{32}\\.jpg");
        assertThat(grapes("阳光玫瑰葡萄", new Seats(1, 3)).path("/t/X", Language.ZH)).isEqualTo(path);
        assertThat(grapes("阳光玫瑰葡萄", new Seats(2, 3)).path("/t/X", Language.ZH)).isNotEqualTo(path);
    }

    private static LinkPicture grapes(String title, Seats seats) {
        return new LinkPicture(null, title, "2斤", "3人团", "¥39.90", seats, "还差 2 人成团", List.of("团聚", "紫龙路花园"));
    }

    private static BufferedImage paint(LinkPicture content) throws Exception {
        var goods = new BufferedImage(LinkPainter.GOODS, LinkPainter.GOODS, BufferedImage.TYPE_INT_RGB);
        return LinkPainter.paint(content, goods, new Typefaces()::sized);
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
