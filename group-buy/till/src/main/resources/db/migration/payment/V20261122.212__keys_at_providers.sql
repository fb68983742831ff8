-- The key pair that we sign with at a provider, made on first use where no file names one.
create table provider_key (
    provider text not null primary key,
    private_key bytea not null,
    public_key bytea not null,
    created_at timestamptz not null default now()
);
