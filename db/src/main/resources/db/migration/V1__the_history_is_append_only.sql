-- One append-only log. The application may add and read; nobody may change or remove, the owner included.

create table entry_stream (
    stream text primary key,
    -- Taken with a row lock in the transaction that writes the entry, so that numbers have no gaps.
    last_number bigint not null check (last_number > 0)
);

create table entry (
    id bigint generated always as identity primary key,
    stream text not null references entry_stream,
    number bigint not null check (number > 0),
    kind text not null,
    at timestamptz not null,
    -- What follows, up to the bytes, only repeats what the bytes say, so that it can be searched.
    account text,
    tenant uuid,
    customer_name text,
    change uuid,
    who text,
    before_amount numeric,
    after_amount numeric,
    currency text,
    reason text,
    ticket text,
    -- In ICU's small letters, which are Java's too, whatever the locale of the database.
    search text not null generated always as (lower(
        (coalesce(customer_name, '') || E'\n' || coalesce(reason, '') || E'\n' || coalesce(ticket, '')) collate "und-x-icu"
    )) stored,
    canonical bytea not null check (octet_length(canonical) <= 16384),
    hash bytea not null check (octet_length(hash) = 32),
    unique (stream, number)
);

create index entry_of_change on entry (change, id);
create index entry_of_customer on entry (account, tenant, id);
create index entry_of_person on entry (who, id);
create index entry_by_time on entry (at);

create function refuse_to_rewrite_history() returns trigger language plpgsql as $$
begin
    raise exception 'The history is append-only: % of % is refused', tg_op, tg_table_name
        using errcode = 'restrict_violation';
end
$$;

create trigger entries_stay before update or delete on entry
    for each row execute function refuse_to_rewrite_history();
create trigger entries_stay_all before truncate on entry
    for each statement execute function refuse_to_rewrite_history();
create trigger numbers_stay before delete on entry_stream
    for each row execute function refuse_to_rewrite_history();
create trigger numbers_stay_all before truncate on entry_stream
    for each statement execute function refuse_to_rewrite_history();

grant select, insert on entry to "${applicationRole}";
grant select, insert, update on entry_stream to "${applicationRole}";
