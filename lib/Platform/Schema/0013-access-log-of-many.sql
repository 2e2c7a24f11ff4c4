-- Rows about many persons at once, which each of them finds by what they came in (an import).
create index if not exists access_log_of_many on platform.access_log (split_part(resource_id, '/', 1), position)
    where person is null and resource_id is not null;
