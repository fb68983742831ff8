package tuanju.catalog;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tuanju.catalog.ProductOnDesk.Listed;
import tuanju.catalog.ProductOnDesk.Status;
import tuanju.catalog.ProductShelf.Sorting;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.member.SignedIn;
import tuanju.picture.PictureRef;
import tuanju.picture.Pictures;

/** For operators over REST: products of a community, what they are and how they look. */
@RestController
@RequiredArgsConstructor
@RequestMapping(ProductDeskResources.HERE)
class ProductDeskResources {

    static final String HERE = "/api/v1/operator/communities/{community}/products";

    private static final int PAGE = 50;

    private final ProductShelf shelf;
    private final Catalog catalog;
    private final ProductEditing editing;
    private final Communities communities;
    private final Pictures pictures;
    private final Commands commands;

    /** A page; next is to be sent as "after", and is null on the last page. */
    record Page(List<Listed> items, @Nullable UUID next) {}

    /** What is said about a new product. */
    record Wanted(
            @Nullable String name,
            @Nullable String description,
            @Nullable String origin,
            @Nullable String category) {

        private ProductForm form(List<PictureRef> shown) {
            return new ProductDraft(name, description, origin, category, null, null, null).form(shown);
        }
    }

    /**
     * What is said about a product from now on.
     *
     * @param pictures which of those it has stay, in this order, the first one on cards; null where all stay as they are
     */
    record Said(
            @Nullable String name,
            @Nullable String description,
            @Nullable String origin,
            @Nullable String category,
            @Nullable List<String> pictures) {

        private ProductForm form(List<PictureRef> had) {
            return new Wanted(name, description, origin, category).form(kept(had));
        }

        private List<PictureRef> kept(List<PictureRef> had) {
            if (pictures == null) {
                return had;
            }
            if (!had.stream().map(PictureRef::value).toList().containsAll(pictures)) {
                throw new Invalid("pictures", "field-wrong");
            }
            return pictures.stream().distinct().map(PictureRef::new).toList();
        }
    }

    /** Whether it is sold. */
    record Standing(Status status) {}

    /** Those whose name, category or origin holds these words. */
    @GetMapping
    Page all(
            @PathVariable String community,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Status status,
            @RequestParam(defaultValue = "NAME") Sorting sort,
            @RequestParam(required = false) @Nullable UUID after) {
        var state = status == null ? "all" : status.shelf();
        var found = shelf.items(new ProductShelf.Wanted(home(community), q.strip(), state, sort, after), PAGE + 1);
        var items = found.stream().limit(PAGE).map(Listed::of).toList();
        return new Page(items, found.size() > PAGE ? items.getLast().id() : null);
    }

    /** Without variants and pictures yet. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ProductOnDesk> create(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String community,
            @RequestBody Wanted wanted,
            CommandKey key) {
        var home = home(community);
        var id = commands.once(
                key.with(wanted),
                UUID.class,
                () -> editing.create(home, wanted.form(List.of()), me.member()).value());
        return id.createdAt(path(community, id.value()), one(community, id.value()));
    }

    @GetMapping("/{product}")
    ProductOnDesk one(@PathVariable String community, @PathVariable UUID product) {
        return ProductOnDesk.of(catalog.product(home(community), new ProductId(product)), pictures);
    }

    /** Orders keep what was said before. */
    @PutMapping("/{product}")
    ProductOnDesk edit(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String community,
            @PathVariable UUID product,
            @RequestBody Said said) {
        var card = catalog.product(home(community), new ProductId(product));
        editing.edit(card.community(), card.id(), said::form, me.member());
        return one(community, product);
    }

    /** After those it has. */
    @PostMapping(path = "/{product}/pictures", consumes = "multipart/form-data")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ProductOnDesk> show(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String community,
            @PathVariable UUID product,
            @RequestParam List<MultipartFile> uploads,
            CommandKey key) {
        var card = catalog.product(home(community), new ProductId(product));
        var draft = ProductDraft.of(card);
        var answer = commands.once(key, UUID.class, () -> {
            draft.check(card.pictures().size() + uploads.size());
            return pictures.storedFor(me.member().value(), uploads, added -> {
                editing.edit(card.community(), card.id(), had -> draft.with(had, added), me.member());
                return product;
            });
        });
        return answer.createdAt(path(community, product), one(community, product));
    }

    /** Orders already placed stay. */
    @PutMapping("/{product}/status")
    ProductOnDesk place(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String community,
            @PathVariable UUID product,
            @RequestBody Standing wanted) {
        var home = home(community);
        switch (wanted.status()) {
            case ON_SALE -> editing.restore(home, new ProductId(product), me.member());
            case ARCHIVED -> editing.archive(home, new ProductId(product), me.member());
        }
        return one(community, product);
    }

    private CommunityId home(String community) {
        return communities.find(community).orElseThrow(NotFound::new).id();
    }

    private static String path(String community, UUID product) {
        return HERE.replace("{community}", community) + "/" + product;
    }
}
