-- What Microsoft had counted of a customer's spend by the end of each day, and the budget that was known beside it: Microsoft
-- itself tells the latest count alone.
create table spend_day (
    account text not null,
    tenant uuid not null,
    -- Of Microsoft's calendar.
    day date not null,
    spend numeric not null,
    currency text not null,
    -- None was set, or none was known, while null.
    budget numeric check (budget >= 0),
    primary key (account, tenant, day)
);

insert into spend_day (account, tenant, day, spend, currency, budget)
select account, tenant, (coalesce(spend_as_of, usage_read_at) at time zone 'UTC')::date, spend, spend_currency, budget
from customer where usage = 'spent';

grant select, insert, update on spend_day to "${applicationRole}";
