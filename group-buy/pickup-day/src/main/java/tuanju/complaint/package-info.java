/**
 * Complaints at the gate (售后): something is damaged or short when it is handed over, so part of its price goes back while
 * the goods stay. The leader gives it at once within their allowance of the cycle; what is more, the operator decides.
 * A photo and a sentence stay with every complaint, and the buyer reads what became of it on the page of the order.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Complaint",
        allowedDependencies = {
            "notification",
            "money",
            "member",
            "member :: operators",
            "community",
            "command",
            "order",
            "order :: aftersale",
            "order :: book",
            "cycle",
            "pickup",
            "desk",
            "page",
            "table",
            "audit",
            "moderation",
            "live",
            "database",
            "picture",
            "secondword"
        })
@org.jspecify.annotations.NullMarked
package tuanju.complaint;
