-- Messages that wait for the broker. A row lives from the commit of what it tells until the broker has confirmed it.
create table if not exists platform.outbox
(
    id              uuid        primary key,
    position        bigint      generated always as identity,
    -- From when the row may be taken. A lease, a back-off and a parked person ('infinity') are all a later moment here.
    due             timestamptz not null default clock_timestamp(),
    -- Number of the claim that holds the row: whoever settles it must show the same one.
    lease           bigint      not null default 0,
    attempts        int         not null default 0,
    parked_at       timestamptz,
    reason          text,
    created         timestamptz not null default clock_timestamp(),
    person          uuid,
    -- Order of the person's messages; follows the order of the commits.
    person_sequence bigint,
    -- The same per message type and without gaps, so that a consumer sees whether one is still on its way.
    type_sequence   bigint,
    message_type    text        not null,
    body            text        not null,
    trace_parent    text,
    trace_state     text,
    caller          text
);

create index if not exists outbox_unsent on platform.outbox (due, position) where parked_at is null;
create index if not exists outbox_person on platform.outbox (person, person_sequence) where person is not null;
create index if not exists outbox_parked on platform.outbox (parked_at) where parked_at is not null;

-- One row per person who has ever been written about: the last numbers given out. Its row lock, taken when a message
-- is added and held until the commit, is what makes the order of numbers the order of commits.
create table if not exists platform.outbox_persons
(
    person   uuid    primary key,
    sequence bigint  not null,
    types    jsonb   not null,
    parked   boolean not null default false
) with (fillfactor = 70);

create sequence if not exists platform.outbox_lease;

create or replace function platform.number_outbox_row() returns trigger language plpgsql as
$$
declare
    held boolean;
begin
    insert into platform.outbox_persons as p (person, sequence, types)
    values (new.person, 1, jsonb_build_object(new.message_type, 1))
    on conflict (person) do update
        set sequence = p.sequence + 1,
            types = p.types ||
                jsonb_build_object(new.message_type, coalesce((p.types ->> new.message_type)::bigint, 0) + 1)
    returning p.sequence, (p.types ->> new.message_type)::bigint, p.parked
    into new.person_sequence, new.type_sequence, held;
    if held then
        new.due := 'infinity';
    end if;
    return new;
end
$$;

create or replace trigger number_row before insert on platform.outbox
    for each row when (new.person is not null) execute function platform.number_outbox_row();

-- Rows live for milliseconds: without its own settings the table is vacuumed far too late and every claim slows down.
alter table platform.outbox set (
    autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000,
    autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 1000,
    autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 1000,
    autovacuum_vacuum_cost_limit = 10000, autovacuum_vacuum_cost_delay = 2);
alter table platform.outbox_persons set (
    autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
    autovacuum_vacuum_cost_limit = 10000, autovacuum_vacuum_cost_delay = 2);
