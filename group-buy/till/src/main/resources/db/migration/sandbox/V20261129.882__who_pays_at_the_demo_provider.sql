-- Who paid, by the name the demo provider gives whoever pays in one browser; merchants are told, as other providers do.
alter table sandbox_charge add column payer text check (length(payer) between 1 and 64);
