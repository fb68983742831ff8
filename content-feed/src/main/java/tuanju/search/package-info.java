/**
 * Search: what neighbours write, sell and call themselves, found by words, by pinyin and with a slip of the finger, by whoever may
 * see it. Notes are found in their whole text, all else by its name. It keeps nothing: what may be guessed is read from names, and what
 * is found is asked of the modules that own it, each time anew, so that nothing is found that its searcher may not see.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Search",
        allowedDependencies = {"note", "card", "command", "community", "member", "page", "picture"})
@org.jspecify.annotations.NullMarked
package tuanju.search;
