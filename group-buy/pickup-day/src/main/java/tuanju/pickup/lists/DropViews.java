package tuanju.pickup.lists;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tuanju.order.dues.DuesInFen;
import tuanju.pickup.CycleLists;
import tuanju.pickup.Drop;
import tuanju.pickup.Goods;
import tuanju.pickup.PackMatrix;
import tuanju.pickup.PickupLine;
import tuanju.pickup.Stop;
import tuanju.pickup.printing.Label;

/** The lists by point as JSON and as pages show them; names and phones are masked. */
final class DropViews {

    private DropViews() {}

    /** A product and its pieces; cases only where it comes in cases. */
    record Product(
            String title,
            long pieces,
            long amountFen,
            @Nullable Long cases,
            @Nullable Long loose,
            int caseSize,
            @Nullable Integer grams) {

        /** What it is and what it weighs. */
        public String said() {
            return PickupLine.said(title, grams);
        }

        static Product of(Goods goods) {
            return new Product(
                    goods.title(),
                    goods.pieces(),
                    goods.amount().fen(),
                    goods.isCased() ? goods.cases() : null,
                    goods.isCased() ? goods.loose() : null,
                    goods.caseSize(),
                    goods.grams());
        }
    }

    /** A point as paper names it. */
    record Point(
            String name,
            String area,
            String address,
            String hours,
            @Nullable Instant from,
            @Nullable Instant until) {
        static Point of(Drop drop) {
            var point = drop.point();
            return new Point(point.name(), point.area(), point.address(), point.hours(), point.from(), point.until());
        }
    }

    /** The pack matrix; quantities in the order of the products. */
    record Matrix(
            String version,
            ListView.Sum checkSum,
            DuesInFen dues,
            List<MatrixColumn> products,
            List<MatrixBlock> points) {
        static Matrix of(CycleLists lists) {
            var matrix = lists.matrix();
            return new Matrix(
                    lists.standing().version(),
                    ListView.Sum.of(matrix.sum()),
                    DuesInFen.of(lists.dues()),
                    matrix.columns().stream()
                            .map(column -> new MatrixColumn(column.title(), column.pieces(), column.grams()))
                            .toList(),
                    matrix.blocks().stream().map(MatrixBlock::of).toList());
        }
    }

    /** A product of the matrix, all its pieces, and what those weigh that were weighed. */
    record MatrixColumn(String title, long pieces, @Nullable Integer grams) {}

    /** The bags of one point; sums in the order of the products. */
    record MatrixBlock(Point point, ListView.Sum checkSum, List<Long> sums, List<MatrixRow> households) {
        static MatrixBlock of(PackMatrix.Block block) {
            return new MatrixBlock(
                    Point.of(block.drop()),
                    ListView.Sum.of(block.drop().sum()),
                    block.sums(),
                    block.rows().stream().map(MatrixRow::of).toList());
        }
    }

    /** One bag of the matrix; quantities and grams in the order of the products, zero where there is nothing. */
    record MatrixRow(
            String building,
            String unit,
            String room,
            String door,
            String people,
            List<String> orders,
            List<Integer> quantities,
            List<Integer> grams,
            int pieces,
            long amountFen,
            long openFen) {
        static MatrixRow of(PackMatrix.Row row) {
            var household = row.household();
            return new MatrixRow(
                    household.building().label(),
                    household.at().unit(),
                    household.at().room(),
                    household.door(),
                    household.people(),
                    household.orderCodes(),
                    row.quantities(),
                    row.grams(),
                    row.pieces(),
                    household.sum().amount().fen(),
                    household.dues().open().fen());
        }
    }

    /** What each point receives. */
    record Deliveries(String version, ListView.Sum checkSum, DuesInFen dues, List<Delivery> points) {
        static Deliveries of(CycleLists lists) {
            return new Deliveries(
                    lists.standing().version(),
                    ListView.Sum.of(lists.sum()),
                    DuesInFen.of(lists.dues()),
                    lists.drops().stream().map(Delivery::of).toList());
        }
    }

    /** What one point receives, and where the money of its bags is. */
    record Delivery(Point point, int bags, ListView.Sum checkSum, DuesInFen dues, List<Product> products) {
        static Delivery of(Drop drop) {
            return new Delivery(
                    Point.of(drop),
                    drop.bags(),
                    ListView.Sum.of(drop.sum()),
                    DuesInFen.of(drop.dues()),
                    drop.goods().stream().map(Product::of).toList());
        }
    }

    /** Where the driver stops, in the order of the way. */
    record Route(String version, ListView.Sum checkSum, DuesInFen dues, List<RouteStop> stops) {
        static Route of(List<Stop> stops, CycleLists lists) {
            return new Route(
                    lists.standing().version(),
                    ListView.Sum.of(lists.sum()),
                    DuesInFen.of(lists.dues()),
                    stops.stream()
                            .map(stop -> new RouteStop(stop.contact(), stop.maskedPhone(), Delivery.of(stop.drop())))
                            .toList());
        }
    }

    /** One stop: whom to ask for, and what is dropped. */
    record RouteStop(String contact, String maskedPhone, Delivery delivery) {}

    /** Labels of whole bags. */
    record Labels(String version, ListView.Sum checkSum, DuesInFen dues, List<BagLabel> labels) {
        static Labels of(CycleLists lists) {
            return new Labels(
                    lists.standing().version(),
                    ListView.Sum.of(lists.sum()),
                    DuesInFen.of(lists.dues()),
                    Label.perHousehold(lists.drops()).stream().map(BagLabel::of).toList());
        }
    }

    /** One label; scan is what its QR code says. */
    record BagLabel(
            String point,
            String building,
            String unit,
            String room,
            String door,
            String people,
            String contents,
            long openFen,
            String scan,
            Label.Place inBuilding,
            Label.Place overall,
            Label.Place part) {
        static BagLabel of(Label label) {
            return new BagLabel(
                    label.point(),
                    label.household().building().label(),
                    label.household().at().unit(),
                    label.household().at().room(),
                    label.household().door(),
                    label.household().people(),
                    label.contents(),
                    label.household().dues().open().fen(),
                    label.pickupCode(),
                    label.inBuilding(),
                    label.overall(),
                    label.part());
        }
    }
}
