-- What Microsoft had counted of a customer's spend by its last count of each day: it tells the latest count alone.
create table spend_day (
    account text not null,
    tenant uuid not null,
    -- Of the count, in UTC.
    day date not null,
    spend numeric not null,
    currency text not null,
    primary key (account, tenant, day)
);

insert into spend_day (account, tenant, day, spend, currency)
select account, tenant, (coalesce(spend_as_of, usage_read_at) at time zone 'UTC')::date, spend, spend_currency
from customer where usage = 'spent';

grant select, insert, update on spend_day to "${applicationRole}";
