-- Microsoft's own records of budgets that were set or removed, which it keeps for 90 days and we for good.

create table activity (
    account text not null,
    -- Microsoft's.
    id text not null,
    tenant uuid not null,
    at timestamptz not null,
    correlation uuid,
    -- The change of ours that it tells of, or may tell of; none for an outside change.
    change uuid references change,
    -- Whether it shows, under an id of ours, that the change was carried out.
    proves boolean not null,
    -- As Microsoft wrote it, which may name a person: encrypted, so that it can be erased.
    text bytea,
    kept_at timestamptz not null default clock_timestamp(),
    primary key (account, id)
);

create index activity_of_attempt on activity (correlation) where proves;
create index attempt_by_time on attempt (intended_at);

-- How reading them goes.
create table activity_state (
    account text primary key,
    read_through timestamptz,
    completed_at timestamptz,
    problem text,
    problem_words text,
    problem_since timestamptz
);

-- Once kept, nothing of a record is altered but the text that may name somebody.
grant select, insert, update (text) on activity to "${applicationRole}";
grant select, insert, update on activity_state to "${applicationRole}";
