package tuanju.chain.reading;

/** So many pieces of one product. */
public record ChainItem(ChainProduct product, int quantity) {

    ChainItem times(int pieces) {
        return new ChainItem(product, pieces);
    }
}
