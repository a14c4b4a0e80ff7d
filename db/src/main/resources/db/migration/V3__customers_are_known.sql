-- The last known values of each customer, each with its age.

create table account_state (
    account text primary key,
    begun_at timestamptz,
    completed_at timestamptz,
    problem text,
    problem_words text,
    problem_since timestamptz
);

create table customer (
    account text not null,
    tenant uuid not null,
    -- In the order in which people look names up, whatever the locale of the database. No index may rest on it: ICU's next
    -- release may order otherwise.
    name text collate "und-x-icu" not null,
    domain text not null,
    listed_at timestamptz not null,
    relationship_ended_at timestamptz,

    -- Never read while budget_read_at is null; then not set where the amount is null.
    budget numeric check (budget >= 0),
    budget_read_at timestamptz,
    check (budget is null or budget_read_at is not null),

    currency text,
    currency_from text check (currency_from in ('microsoft', 'configuration')),
    check ((currency is null) = (currency_from is null)),

    usage text check (usage in ('none', 'spent')),
    usage_read_at timestamptz,
    spend numeric,
    spend_currency text,
    spend_usd numeric,
    spend_as_of timestamptz,
    plan text check (plan in ('azure-plan', 'legacy')),
    period_first date,
    period_last date,
    check ((usage is not null) = (usage_read_at is not null)),
    check ((usage = 'spent') is not true or (spend is not null and spend_currency is not null and plan is not null)),

    problem text,
    problem_words text,
    problem_since timestamptz,
    problem_correlation uuid,

    last_change_at timestamptz,
    last_change_by uuid,

    search text not null generated always as (lower((name || ' ' || domain) collate "und-x-icu")) stored,
    -- In percent.
    used numeric generated always as (
        case
            when budget is null or spend is null or currency is distinct from spend_currency then null
            when budget > 0 then round(spend * 100 / budget, 2)
            -- More than any percentage: one cannot divide by a budget of zero.
            when spend > 0 then 1000000000000
            else 0
        end
    ) stored,
    primary key (account, tenant)
);

create index customer_by_budget_age on customer (account, budget_read_at);

grant select, insert, update on account_state, customer to "${applicationRole}";
