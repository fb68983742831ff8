/**
 * What a leader earns by handing over: a service fee on the goods' price, kept at the rate of the day each order was placed.
 * The day's statement names every order, what went back of it and who bears that; once an order is completed its fee is owed.
 * Refunds are never the leader's own money.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Earning",
        allowedDependencies = {
            "money",
            "ledger",
            "member",
            "community",
            "command",
            "settlement",
            "payment",
            "price",
            "order",
            "order :: life",
            "order :: aftersale",
            "order :: book",
            "order :: dues",
            "page",
            "audit",
            "secondword",
            "wallet"
        })
@org.jspecify.annotations.NullMarked
package tuanju.earning;
