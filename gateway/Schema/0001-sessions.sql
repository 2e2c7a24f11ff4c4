-- The gateway's own tables: who is signed in by a browser, and the keys that all replicas share.
create schema if not exists gateway;

create table if not exists gateway.sessions (
    id uuid primary key,
    -- The user and the session at the sign-in service, which ends sessions by either.
    subject text not null,
    provider_session text,
    seen_at timestamptz not null,
    ends_at timestamptz not null,
    token_ends_at timestamptz not null,
    -- Grows with each refresh; whoever decided on an older one changes nothing.
    version int not null default 0,
    -- Tokens, encrypted with the shared keys.
    sealed bytea not null
);
create index if not exists sessions_of_subject on gateway.sessions (subject);
create index if not exists sessions_of_provider_session on gateway.sessions (provider_session);

-- Logout tokens that have been taken: each works once.
create table if not exists gateway.logout_tokens (
    id text primary key,
    ends_at timestamptz not null
);

-- Data-protection keys, each encrypted with a configured key.
create table if not exists gateway.keys (
    name text primary key,
    xml text not null,
    made_at timestamptz not null default clock_timestamp()
);
