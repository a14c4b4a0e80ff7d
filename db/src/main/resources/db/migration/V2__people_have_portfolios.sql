-- Who somebody is. Names, addresses and the keys of pseudonyms are encrypted and live nowhere else, so that erasing a row
-- erases the person and breaks no hash. That is also why nothing refers to these rows by a foreign key.

create table person (
    id uuid primary key,
    issuer text not null,
    subject text not null,
    -- Empty until they sign in for the first time: a person can be given a portfolio before.
    name bytea,
    address bytea,
    pseudonym_key bytea,
    pseudonym text unique,
    signed_in_at timestamptz,
    sessions_valid_from timestamptz,
    unique (issuer, subject)
);

create table portfolio (
    person uuid not null,
    account text not null,
    tenant uuid not null,
    primary key (person, account, tenant)
);

create index portfolio_of_customer on portfolio (account, tenant);

grant select, insert, update, delete on person to "${applicationRole}";
grant select, insert, delete on portfolio to "${applicationRole}";
