package tuanju.page;

import lombok.RequiredArgsConstructor;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;

/** Writes a template's links: to a file under its changing name, to a page as it is. */
@RequiredArgsConstructor
class AssetLinks extends StandardLinkBuilder {

    private final Assets assets;

    /** A link is looked up in the table only; there are no session ids to write into it. */
    @Override
    protected String processLink(IExpressionContext context, String link) {
        return assets.address(link);
    }
}
