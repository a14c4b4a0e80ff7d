-- The newest refresh token of each chain, encrypted, and whose turn it is to use it.

create table refresh_token (
    account text not null,
    tenant text not null,
    application text not null,
    -- What the chain descends from: the fingerprint of a setting, or 'connected'.
    origin text not null,
    -- Null where a connected token has taken the place of the chain.
    token bytea,
    -- How many tokens the chain has had. A successor is kept only if it is still as many as when its turn began.
    version bigint not null check (version > 0),
    lease uuid,
    held_until timestamptz,
    changed_at timestamptz not null default clock_timestamp(),
    check ((lease is null) = (held_until is null)),
    primary key (account, tenant, application, origin)
);

grant select, insert, update on refresh_token to "${applicationRole}";
