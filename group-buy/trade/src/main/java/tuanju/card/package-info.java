/**
 * Cards: small pictures of what one can buy, with live price, stock, state and the way there. Whoever shows goods of any
 * kind, on a page, in a chat or to a program, shows these and nothing of their own.
 * Declared here and answered by the modules that sell: for a viewer and many names, one query a kind; what is not there or
 * not for this viewer is left out without a word.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Card",
        allowedDependencies = {"money", "member", "membership", "community", "command", "page", "picture"})
@org.jspecify.annotations.NullMarked
package tuanju.card;
