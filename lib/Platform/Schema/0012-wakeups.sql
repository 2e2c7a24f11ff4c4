-- Who waits is woken after the commit and no longer within it: a transaction that notifies holds a lock of the whole
-- cluster until its commit is on disk.
drop trigger if exists wake on platform.outbox;
drop trigger if exists wake on platform.changes;
drop function if exists platform.wake_dispatchers();
drop function if exists platform.wake_watchers();
