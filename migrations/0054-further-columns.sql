-- What is kept of tables that have further columns since: references that must be in use, and what is no change.

-- up
select keep_references_in_use(oid) from pg_class
where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname;

select renew_history('agreements'), renew_history('agreement_obligations'), renew_history('follow_ups', derived => '{concerned_event_id,concerned_agreement_id}');

-- down
select 1;
