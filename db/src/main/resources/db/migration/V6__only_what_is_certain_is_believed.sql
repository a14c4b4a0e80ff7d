-- When a reading first showed the known budget in place of another: for the read staleness after it, Microsoft may still
-- show what was in force before. Null where the budget was never seen to move.
alter table customer add budget_since timestamptz;
-- Whether Microsoft has shown another budget since, which was not learnt because it may have been an old one.
alter table customer add budget_doubted boolean not null default false;

-- In percent. Only what is exactly the whole is 100: a little more is over the budget.
alter table customer alter column used set expression as (
    case
        when budget is null or spend is null or currency is distinct from spend_currency then null
        when budget > 0 and spend > budget then greatest(100.01, round(spend * 100 / budget, 2))
        when budget > 0 and spend < budget then least(99.99, round(spend * 100 / budget, 2))
        when budget > 0 then 100
        -- More than any percentage: one cannot divide by a budget of zero.
        when spend > 0 then 1000000000000
        else 0
    end
);

-- When the list of all last showed the budget that is known. The list lags: it is no reading of the budget.
alter table customer add budget_agreed_at timestamptz;

-- What Microsoft refused: to show the budget, or the budget that was sent.
alter table change add refused_step text check (refused_step in ('READING', 'SENDING'));
update change c set refused_step =
    case when exists (
        select 1 from attempt a where a.change = c.id
            and (a.correlation = c.correlation or a.ended in ('REJECTED', 'CREDENTIALS_REFUSED'))
    ) then 'SENDING' else 'READING' end
where state = 'REFUSED';
