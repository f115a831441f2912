import { type Kysely, sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Retention writes here how old is too old, for as long as its transaction lasts; the triggers let nothing younger go. */
export const appendOnlyAudit: Migration = async (tx, engine) => {
  await tx.schema
    .createTable('auditRetention')
    .addColumn('before', 'bigint', (column) => column.notNull())
    .execute();
  await (engine === 'sqlite' ? guardSqlite(tx) : guardPostgres(tx));
};

async function guardSqlite(tx: Kysely<unknown>): Promise<void> {
  await sql`create trigger audit_not_changed before update on audit
    begin select raise(abort, 'the audit is append-only'); end`.execute(tx);
  await sql`create trigger audit_not_deleted before delete on audit
    when old.at >= coalesce((select max("before") from audit_retention), 0)
    begin select raise(abort, 'the audit is append-only'); end`.execute(tx);
  await sql`create trigger audit_not_replaced before insert on audit
    when exists (select 1 from audit where id = new.id)
    begin select raise(abort, 'the audit is append-only'); end`.execute(tx);
}

async function guardPostgres(tx: Kysely<unknown>): Promise<void> {
  await sql`create function audit_guard() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' then
        if old.at < coalesce((select max("before") from audit_retention), 0) then return old; end if;
      end if;
      raise exception 'the audit is append-only';
    end $$`.execute(tx);
  await sql`create trigger audit_not_changed before update or delete on audit for each row execute function audit_guard()`.execute(
    tx,
  );
  await sql`create trigger audit_not_emptied before truncate on audit for each statement execute function audit_guard()`.execute(
    tx,
  );
}
