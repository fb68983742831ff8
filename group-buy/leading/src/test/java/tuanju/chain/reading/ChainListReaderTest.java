package tuanju.chain.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tuanju.address.Neighbourhood;
import tuanju.chain.reading.ChainListReader.Context;
import tuanju.chain.reading.KnownOrder.KnownLine;
import tuanju.chain.reading.ReadChainList.Reason;

class ChainListReaderTest {

    private static final List<ChainProduct> FRUIT = Corpus.SHELVES.get("fruit");
    private static final Context NOBODY_YET = new Context(FRUIT, Neighbourhood.UNKNOWN, "王姐", List.of());
    private static final String[] PIECES = {
        "张三",
        "李四",
        "3-502",
        " ",
        "苹果",
        "梨",
        "2份",
        "x2",
        "两份",
        "+1",
        "A2",
        "1号2份",
        "，",
        "。",
        "（",
        "）",
        "改成",
        "加",
        "不要了",
        "已付",
        "我",
        "21:03",
        "2026-11-22",
        "1. ",
        "2、",
        "各一",
        "#接龙",
        "例",
        "半箱",
        "😀",
        "[强]",
        "\n",
        "\r\n",
        "\t",
        "@",
        "3号502",
        "86801",
        "13800000001"
    };

    @Property(tries = 120)
    void putsEveryLineOnExactlyOnePile(@ForAll("chats") String text) {
        var read = ChainListReader.read(text, NOBODY_YET);

        var numbers =
                ChainListReader.lines(text).stream().map(ChainLine::number).toList();
        assertThat(read.lines()
                        .flatMap(line ->
                                numbers.stream().filter(number -> number >= line.number() && number <= line.last())))
                .containsExactlyInAnyOrderElementsOf(numbers);
        assertThat(numbers).hasSizeGreaterThanOrEqualTo((int)
                text.lines().filter(line -> !line.isBlank()).count());
    }

    @Property(tries = 120)
    void readsTheSameTwice(@ForAll("chats") String text) {
        assertThat(ChainListReader.read(text, NOBODY_YET)).isEqualTo(ChainListReader.read(text, NOBODY_YET));
    }

    @Property(tries = 120)
    void survivesAnything(@ForAll String text) {
        assertThatCode(() -> ChainListReader.read(text, NOBODY_YET)).doesNotThrowAnyException();
    }

    @Property(tries = 120)
    void readsBackWhatWasWritten(@ForAll("lists") List<ChainListWriter.Entry> entries) {
        var read = ChainListReader.read(ChainListWriter.write("周三水果", entries), NOBODY_YET);

        assertThat(read.unclear()).isEmpty();
        assertThat(read.understood())
                .extracting(line -> new ChainListWriter.Entry(
                        line.guest().name(), line.guest().door().shown(), line.items(), line.paid(), line.note()))
                .isEqualTo(entries);
    }

    @Property(tries = 40)
    void addsNothingWhenTheListComesAgainLonger(@ForAll("lists") List<ChainListWriter.Entry> entries) {
        var first = ChainListReader.read(ChainListWriter.write("周三水果", entries), NOBODY_YET);
        var context = new Context(FRUIT, Neighbourhood.UNKNOWN, "", known(first));

        var longer = ChainListWriter.write("周三水果", entries) + (entries.size() + 1) + ". 新来的 苹果1份\n";
        var again = ChainListReader.read(longer, context);

        assertThat(again.understood()).filteredOn(line -> !line.known()).hasSize(1);
        assertThat(again.changes()).isEmpty();
        assertThat(again.unclear()).isEmpty();
    }

    /** The opening text of a cycle of fifteen goods gives out these letters itself. */
    @Example
    void lettersThatLookLikeFiguresNameTheirGoods() {
        var goods = IntStream.rangeClosed(1, 15)
                .mapToObj(nr -> new ChainProduct(new UUID(0, nr), "货" + (char) ('甲' + nr), "", null))
                .toList();
        var read = ChainListReader.read(
                "1. 张三 3-502 I2 J1\n2. 李四 3-5O3 O1 已付", new Context(goods, Neighbourhood.UNKNOWN, "王姐", List.of()));

        assertThat(read.unclear()).isEmpty();
        assertThat(read.understood())
                .flatExtracting(ReadChainList.Understood::items)
                .containsExactly(
                        new ChainItem(goods.get(8), 2),
                        new ChainItem(goods.get(9), 1),
                        new ChainItem(goods.get(14), 1));
        assertThat(read.understood().getLast().guest().door().shown()).isEqualTo("3-503");
    }

    @Example
    void keepsWithinALimit() {
        var few = List.of(new ChainProduct(new UUID(1, 0), "红富士苹果", "5斤装", 3));
        var read = ChainListReader.read(
                "1. 甲姐 2份\n2. 乙姐 2份\n3. 丙姐 1份\n甲姐不要了\n4. 丁姐 2份",
                new Context(few, Neighbourhood.UNKNOWN, "", List.of()));

        assertThat(read.understood()).extracting(line -> line.guest().name()).containsExactly("甲姐", "丙姐", "丁姐");
        assertThat(read.unclear()).extracting(ReadChainList.Unclear::reason).containsExactly(Reason.TOO_FEW_LEFT);
    }

    @Example
    void asksAboutSomebodyKnownWhoWritesSomethingElse() {
        var known = known(ChainListReader.read("1. 张三 苹果1份", NOBODY_YET));
        var context = new Context(FRUIT, Neighbourhood.UNKNOWN, "", known);

        assertThat(ChainListReader.read("张三 梨1份", context).unclear().getFirst().reason())
                .isEqualTo(Reason.ALREADY_ORDERED);
        assertThat(ChainListReader.read("1. 张三 梨1份", context).changes()).hasSize(1);
        assertThat(ChainListReader.read("张三 再加秋月梨1份", context)
                        .changes()
                        .getFirst()
                        .items())
                .hasSize(2);
    }

    @Example
    void changesOnceHoweverOftenTheTextComes() {
        var text = "1. 张三 苹果1份\n张三加1";
        var first = ChainListReader.read(text, NOBODY_YET);
        var change = first.changes().getFirst();
        var lines = List.of(
                new KnownLine(1, first.understood().getFirst().items(), "1. 张三 苹果1份", false),
                new KnownLine(null, List.of(), ChainListReader.plain("张三加1"), true));
        var order = new KnownOrder(new UUID(2, 1), change.guest(), change.items(), false, null, lines);

        var again = ChainListReader.read(text, new Context(FRUIT, Neighbourhood.UNKNOWN, "", List.of(order)));

        assertThat(again.understood()).allMatch(ReadChainList.Understood::known);
        assertThat(again.changes()).allMatch(ReadChainList.Changed::known);
    }

    @Example
    @Label("A-88 needs time that grows with the text only, whatever it is made of")
    void needsTimeThatGrowsWithTheTextOnly() {
        // of this thread's own time: what else the machine does must not count
        var clock = ManagementFactory.getThreadMXBean();
        for (var piece : PIECES) {
            var line = piece.strip().isEmpty() ? "一" : piece.strip();
            var text = (line.repeat(390 / line.length()) + "\n").repeat(12);
            long start = clock.getCurrentThreadCpuTime();
            ChainListReader.read(text, NOBODY_YET);
            assertThat(Duration.ofNanos(clock.getCurrentThreadCpuTime() - start))
                    .as(piece)
                    .isLessThan(Duration.ofSeconds(4));
        }
    }

    @Provide
    Arbitrary<String> chats() {
        return Arbitraries.of(PIECES).list().ofMaxSize(60).map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<List<ChainListWriter.Entry>> lists() {
        var names = Combinators.combine(
                        Arbitraries.of("张", "李", "王", "赵", "欧阳", "陈"),
                        Arbitraries.of("芳", "伟", "丽华", "阿姨", "先生", "建国", "姐"))
                .as((surname, given) -> surname + given);
        var doors = Combinators.combine(
                        Arbitraries.integers().between(1, 99),
                        Arbitraries.integers().between(1, 18))
                .as((building, floor) -> building + "-" + floor + "02");
        var items = Arbitraries.of(FRUIT)
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(4)
                .flatMap(products -> Arbitraries.integers()
                        .between(1, 99)
                        .list()
                        .ofSize(products.size())
                        .map(pieces -> items(products, pieces)));
        return Combinators.combine(names, doors, items, Arbitraries.of(true, false), Arbitraries.of("", "放门口", "晚点来拿"))
                .as(ChainListWriter.Entry::new)
                .list()
                .uniqueElements(entry -> entry.name() + entry.door())
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    private static List<ChainItem> items(List<ChainProduct> products, List<Integer> pieces) {
        var items = new ArrayList<ChainItem>();
        for (int at = 0; at < products.size(); at++) {
            items.add(new ChainItem(products.get(at), pieces.get(at)));
        }
        return items;
    }

    private static List<KnownOrder> known(ReadChainList read) {
        return read.understood().stream()
                .map(line -> new KnownOrder(
                        new UUID(2, line.line().number()),
                        line.guest(),
                        line.items(),
                        line.paid(),
                        null,
                        List.of(new KnownLine(
                                line.listNumber(), line.items(), line.line().written(), false))))
                .toList();
    }
}
