-- The change feed: which resources changed, for whom, in the order of transactions. Read behind a fence: only
-- transactions older than every one still running, so that a late commit is never skipped.
create table if not exists platform.changes
(
    position    bigint      generated always as identity primary key,
    tx          xid8        not null default pg_current_xact_id(),
    resource    text        not null check (length(resource) between 1 and 100),
    resource_id uuid        not null,
    audience    text        not null check (length(audience) between 1 and 100),
    deleted     boolean     not null default false,
    at          timestamptz not null default clock_timestamp()
);

create index if not exists changes_feed on platform.changes (resource, audience, tx, position);
create index if not exists changes_at on platform.changes using brin (at);

-- The newest change that has been cleaned away: a cursor behind it has missed something and starts over.
create table if not exists platform.changes_floor
(
    one      boolean primary key default true check (one),
    tx       xid8    not null,
    position bigint  not null
);
insert into platform.changes_floor (tx, position) values ('0', 0) on conflict do nothing;

alter table platform.changes set (
    autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
    autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 5000,
    autovacuum_vacuum_cost_limit = 10000, autovacuum_vacuum_cost_delay = 2);
