-- What has been received: one row per message and endpoint, written in the transaction of its effect.
create table if not exists platform.inbox
(
    message_id uuid        not null,
    endpoint   text        not null,
    received   timestamptz not null default clock_timestamp(),
    primary key (message_id, endpoint)
);

create index if not exists inbox_received on platform.inbox using brin (received);

-- How far each endpoint has come in a person's messages of one type from one service.
create table if not exists platform.inbox_persons
(
    endpoint     text   not null,
    source       text   not null,
    person       uuid   not null,
    message_type text   not null,
    sequence     bigint not null,
    primary key (person, endpoint, source, message_type)
) with (fillfactor = 70);

alter table platform.inbox set (
    autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
    autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 20000,
    autovacuum_vacuum_cost_limit = 10000, autovacuum_vacuum_cost_delay = 2);
alter table platform.inbox_persons set (
    autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
    autovacuum_vacuum_cost_limit = 10000, autovacuum_vacuum_cost_delay = 2);
