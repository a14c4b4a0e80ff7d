-- Who was granted what is told by entries, and each grant names its entry.

-- Somebody who is invited by an address or an object id has no subject before they come.
alter table person alter column subject drop not null;
-- With which roles the newest sign-in came, and since when and by what somebody was invited. What they are invited by is
-- kept as a fingerprint, which finds them and tells nothing.
alter table person
    add column roles text,
    add column invited_as text check (invited_as in ('subject', 'object-id', 'address')),
    add column invitation text,
    add column invited_at timestamptz,
    add column withdrawn_at timestamptz,
    add constraint person_can_come check (subject is not null or invitation is not null),
    add constraint invited_once unique (issuer, invitation);

-- None where a customer was assigned in the database by hand. No foreign key, so that the history can be split by time.
alter table portfolio add column entry bigint;

-- Whose rights an entry tells of, by pseudonym, and of which customers: what its bytes say, so that it can be searched.
alter table entry add column about text;
create index entry_about_person on entry (about, id) where about is not null;

create table entry_customer (
    entry bigint not null,
    account text not null,
    tenant uuid not null,
    primary key (account, tenant, entry)
);

create index customers_of_entry on entry_customer (entry);

create trigger customers_of_entries_stay before update or delete on entry_customer
    for each row execute function refuse_to_rewrite_history();
create trigger customers_of_entries_stay_all before truncate on entry_customer
    for each statement execute function refuse_to_rewrite_history();

grant select, insert on entry_customer to "${applicationRole}";
