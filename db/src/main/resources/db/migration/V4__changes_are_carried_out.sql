-- A wish to set or remove one budget, and where it stands. Limits are texts: an amount or 'not set'.

create table change (
    id uuid primary key,
    account text not null,
    tenant uuid not null,
    customer_name text not null,
    person uuid not null,
    seen text not null,
    wanted text not null check (wanted <> seen),
    currency text,
    currency_from text check (currency_from in ('microsoft', 'configuration')),
    typed text not null,
    reason text not null check (reason <> ''),
    ticket text,
    asked_at timestamptz not null,

    state text not null check (state in
        ('REQUESTED', 'SUBMITTING', 'UNKNOWN', 'CONFIRMED', 'REFUSED', 'NOT_APPLIED', 'CONFLICT', 'DISPUTED')),
    -- When somebody should look at it next; null once it has ended.
    due_at timestamptz,
    check ((due_at is null) = (state in ('CONFIRMED', 'REFUSED', 'NOT_APPLIED', 'CONFLICT', 'DISPUTED'))),

    tries integer not null default 0,
    waiting_for text,

    trouble text,
    trouble_detail text,
    unknown_since timestamptz,
    checks integer not null default 0,
    last_check_at timestamptz,
    certain_by timestamptz,

    -- What Microsoft showed last, as far as the state tells of it.
    shown text,
    evidence text,
    ended_at timestamptz,
    correlation uuid,
    refusal_status integer,
    refusal_code text,
    refusal_words text
);

create unique index one_open_change_a_customer on change (account, tenant)
    where state in ('REQUESTED', 'SUBMITTING', 'UNKNOWN');
-- What was confirmed a moment ago tells which readings are old.
create index change_confirmed on change (account, tenant, ended_at) where state = 'CONFIRMED';
create index change_due on change (due_at) where due_at is not null;

create table attempt (
    change uuid not null references change,
    number integer not null check (number > 0),
    request uuid not null,
    correlation uuid not null unique,
    read_before text not null,
    intended_at timestamptz not null,
    ended text,
    ended_at timestamptz,
    primary key (change, number)
);

-- The right to work on a customer. The epoch rises with every claim; a write that carries an older one is refused.
create table customer_lease (
    account text not null,
    tenant uuid not null,
    epoch bigint not null,
    holder text,
    held_until timestamptz,
    -- Until then a request that got no certain answer may still land: nothing new is sent before.
    quarantine_until timestamptz,
    primary key (account, tenant)
);

grant select, insert, update on change, attempt, customer_lease to "${applicationRole}";
