// The application works as a role that can do nothing but what tenant-tables.ts grants. A role that owns the tables, is a
// superuser or bypasses row-level security would make every policy void, so the start refuses it.
import { Client } from 'pg';
import { DatabaseError } from './database.errors';

interface RoleFacts {
  name: string;
  superuser: boolean;
  bypasses: boolean;
  creates: boolean;
  is_owner: boolean;
}

/**
 * Name of the role behind the application's connection.
 * @throws DatabaseError when the database cannot be reached, or when the role is owner, superuser or BYPASSRLS
 */
export async function powerlessRole(applicationUrl: string, ownerUrl: string): Promise<string> {
  const owner = await roleFacts(ownerUrl, 'DATABASE_MIGRATION_URL', null);
  const role = await roleFacts(applicationUrl, 'DATABASE_URL', owner.name);
  const faults = [
    role.superuser && 'is a superuser',
    role.bypasses && 'has BYPASSRLS',
    role.creates && 'has CREATEROLE',
    (role.is_owner || role.name === owner.name) && 'is the owner of the tables or a member of that role',
  ].filter(Boolean);
  if (faults.length === 0) return role.name;
  throw new DatabaseError(
    'application-role-too-powerful',
    `The role "${role.name}" of DATABASE_URL ${faults.join(' and ')}. Create a plain role for the application and use it there.`,
  );
}

async function roleFacts(url: string, setting: string, ownerName: string | null): Promise<RoleFacts> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    throw new DatabaseError('database-unreachable', `${setting} does not connect: ${reasonOf(error)}`);
  }
  try {
    const { rows } = await client.query<RoleFacts>(
      `select rolname as name, rolsuper as superuser, rolbypassrls as bypasses, rolcreaterole as creates,
              $1::text is not null and pg_has_role(rolname, $1::text, 'member')
                or exists (select from pg_class where relnamespace = 'public'::regnamespace
                           and relkind in ('r', 'p') and $1::text is not null and pg_has_role(rolname, relowner, 'member')) as is_owner
       from pg_roles where rolname = current_user`,
      [ownerName],
    );
    return rows[0] as RoleFacts;
  } finally {
    await client.end();
  }
}

/** The driver's code and short reason; never the address, which may carry a password. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown reason';
  const { code } = error as { code?: string };
  return code ? `${code}, ${error.message.replace(/postgres(ql)?:\/\/\S+/g, '(address)')}` : error.message;
}
