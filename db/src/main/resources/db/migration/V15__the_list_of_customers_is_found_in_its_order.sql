-- The order in which customers are listed at first: without it all of them would be sorted for each page.
create index customer_by_used on customer ((coalesce(used, -1)), account, tenant);
