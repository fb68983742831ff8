/**
 * A cycle's board (看板): how far it is from order to hand-over, and whether its money adds up, live on pickup day.
 * It counts from the orders and holds the result against captures and refunds, order by order.
 * What differs is said with its amount, never rounded away.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Board",
        allowedDependencies = {
            "money",
            "member",
            "community",
            "command",
            "order",
            "order :: fulfilment",
            "order :: aftersale",
            "order :: dues",
            "order :: book",
            "payment",
            "cycle",
            "pickup",
            "receiving",
            "keeping",
            "page",
            "live"
        })
@org.jspecify.annotations.NullMarked
package tuanju.board;
