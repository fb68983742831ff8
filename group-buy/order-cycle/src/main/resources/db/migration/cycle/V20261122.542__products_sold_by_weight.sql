-- Sold by weight: a piece weighs about so much, within a band. What is paid at ordering is the heaviest a piece may be;
-- what it weighs less goes back once it was weighed.
alter table cycle_product
    add column estimated_grams int check (estimated_grams between 1 and 50000),
    add column band_percent int check (band_percent between 0 and 50),
    add column per_500g_fen bigint check (per_500g_fen between 1 and 1000000),
    add constraint cycle_product_weight_whole check (
        num_nulls(estimated_grams, band_percent, per_500g_fen) in (0, 3)),
    add constraint cycle_product_priced_at_its_heaviest check (
        estimated_grams is null
        or price_fen = (per_500g_fen * (estimated_grams * (100 + band_percent) / 100) + 499) / 500);
