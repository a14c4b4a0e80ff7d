-- A change that asks for the budget before another one names that one.

alter table change add column undoes uuid references change;

create index change_that_undoes on change (undoes, asked_at) where undoes is not null;
