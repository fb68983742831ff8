package tuanju.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.NoArgsConstructor;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.picture.PictureRef;

/** Something to buy, as it is described; its variants carry price and stock. */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Product {

    @Id
    private UUID id;

    @PartitionKey
    private UUID communityId;

    /** Never changes. */
    private String code;

    private String name;
    private String description;
    private String origin;
    private String category;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> pictures;

    private Instant createdAt;
    private @Nullable Instant archivedAt;

    /** What a product is called inside and outside. */
    record Named(CommunityId community, ProductId id, Code code) {}

    @Version
    private Integer version;

    Product(Named named, ProductForm form, Instant now) {
        id = named.id().value();
        communityId = named.community().value();
        code = named.code().value();
        createdAt = now;
        describe(form);
    }

    final void describe(ProductForm form) {
        name = form.name().strip();
        description = form.description().strip();
        origin = form.origin().strip();
        category = form.category().strip();
        pictures = form.pictures().stream().map(PictureRef::value).toList();
    }

    List<PictureRef> pictures() {
        return pictures.stream().map(PictureRef::new).toList();
    }

    /** Answers which it was in. */
    String recategorise(String other) {
        var before = category;
        category = other;
        return before;
    }

    void archive(Instant now) {
        if (archivedAt == null) {
            archivedAt = now;
        }
    }

    void restore() {
        archivedAt = null;
    }
}
