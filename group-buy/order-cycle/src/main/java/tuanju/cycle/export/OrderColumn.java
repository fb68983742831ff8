package tuanju.cycle.export;

import java.util.regex.Pattern;

/** What a column of an order export can say; each has words under {@code cycle.column.<name>}. */
public enum OrderColumn {
    NAME("收货人", "姓名|收货人|收件人|联系人|下单人|买家|客户|昵称|团员|顾客|name"),
    PHONE("联系电话", "手机|电话|phone|mobile"),
    PRODUCT("商品", "商品|品名|货品|产品|菜品|goods|product|item"),
    SPEC("规格", "规格|型号|属性|口味|spec"),
    QUANTITY("数量", "数量|件数|份数|购买数|qty|quantity"),
    PRICE("单价", "单价|售价|价格|price"),
    AMOUNT("商品金额", "金额|小计|总价|实付|应付|amount|total"),
    ADDRESS("详细地址", "地址|address"),
    LANE("弄号", "弄"),
    BUILDING("楼号", "楼|栋|幢|building"),
    UNIT("单元", "单元|unit"),
    ROOM("房号", "房|室|门牌|room"),
    NOTE("备注", "备注|留言|说明|要求|note|remark"),
    NUMBER("跟团号", "订单号|单号|编号|跟团号|序号|接龙号|order");

    private final String known;
    private final Pattern usual;

    OrderColumn(String known, String usual) {
        this.known = known;
        this.usual = Pattern.compile(usual, Pattern.CASE_INSENSITIVE);
    }

    /** Its name in the export that this program knows by itself. */
    String known() {
        return known;
    }

    /** Whether several columns may say it, one below the other. */
    boolean mayStandTwice() {
        return this == NOTE || this == ADDRESS;
    }

    boolean isUsuallyCalled(String header) {
        return usual.matcher(header).find();
    }
}
