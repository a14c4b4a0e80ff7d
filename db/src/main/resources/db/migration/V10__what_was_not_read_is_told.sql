-- When the list of all showed the budget of a customer whose own resource was never read. The list lags: such a budget
-- stands in for a reading, and is none. Null once the budget itself was read.
alter table customer add budget_listed_at timestamptz;
alter table customer drop constraint customer_check;
alter table customer add constraint budget_was_shown
    check (budget is null or budget_read_at is not null or budget_listed_at is not null);
alter table customer add constraint budget_was_read_or_listed
    check (budget_read_at is null or budget_listed_at is null);

-- How many records the last complete reading of an account's activity could make no sense of.
alter table activity_state add unreadable integer not null default 0 check (unreadable >= 0);

-- When somebody last took a turn of the chain: the chain of a setting that was replaced is forgotten when nobody does.
alter table refresh_token add used_at timestamptz not null default clock_timestamp();
grant delete on refresh_token to "${applicationRole}";
