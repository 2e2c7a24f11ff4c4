-- Answers to writing requests that carried an idempotency key, kept so that a retry gets the same answer. The row
-- commits with the changes that it answers for.
create table if not exists platform.idempotency
(
    caller       text        not null,
    method       text        not null,
    key          text        not null,
    request_hash bytea       not null,
    response     bytea,
    touched      jsonb,
    expires      timestamptz not null,
    primary key (caller, method, key)
);

create index if not exists idempotency_expires on platform.idempotency (expires);
