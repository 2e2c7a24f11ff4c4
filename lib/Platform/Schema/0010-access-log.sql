-- Who did what with whose data (HSLF-FS 2016:40). Rows are only ever added; each is chained to the one before by
-- SHA-256 over its columns in this order, so that a changed, removed or inserted row is found and located.
create table if not exists platform.access_log
(
    position       bigint      primary key,
    at             timestamptz not null,
    allowed        boolean     not null,
    code           text,
    activity       text        not null,
    method         text        not null,
    purpose        text,
    reason         text,
    emergency      boolean     not null,
    subject        text,
    hsa_id         text,
    user_name      text,
    user_title     text,
    unit           text,
    caregiver      text,
    organisation   text,
    client         text,
    resource_type  text,
    resource_id    text,
    resource_owner text,
    person         uuid,
    request_id     text,
    trace_id       text,
    previous_hash  bytea       not null,
    hash           bytea       not null
);

create index if not exists access_log_person on platform.access_log (person, position) where person is not null;
create index if not exists access_log_at on platform.access_log (at);

-- The newest row. Its lock makes one chain of many writers, and it tells when rows are missing at the end.
create table if not exists platform.access_log_head
(
    only_row boolean primary key default true check (only_row),
    position bigint  not null,
    hash     bytea   not null
);

insert into platform.access_log_head (position, hash) values (0, decode(repeat('00', 32), 'hex'))
on conflict do nothing;

create or replace function platform.refuse_access_log_change() returns trigger language plpgsql as
$$
begin
    raise exception 'the access log is append-only' using errcode = 'restrict_violation';
end
$$;

create or replace trigger append_only before update or delete on platform.access_log
    for each row execute function platform.refuse_access_log_change();
create or replace trigger append_only_truncate before truncate on platform.access_log
    for each statement execute function platform.refuse_access_log_change();
create or replace trigger forward_only before update on platform.access_log_head
    for each row when (new.position <= old.position) execute function platform.refuse_access_log_change();
create or replace trigger keep_head before delete on platform.access_log_head
    for each row execute function platform.refuse_access_log_change();
create or replace trigger keep_head_truncate before truncate on platform.access_log_head
    for each statement execute function platform.refuse_access_log_change();
