import { APPLICATION_ROLE, DATABASE, OWNER_ROLE } from './cluster-paths';
import { Passwords } from './passwords';

/**
 * What a new cluster gets, one statement a line as single-user mode wants it: the owner of the database and the role of
 * the application, neither of which may do more than it must, and the database.
 *
 * The application's role may connect and nothing else; migrations, run by the owner, grant it what it needs.
 */
export function rolesAndDatabase(passwords: Passwords): string[] {
  const powerless = 'login nosuperuser nobypassrls nocreatedb nocreaterole noreplication';
  return [
    `create role ${OWNER_ROLE} ${powerless} password '${passwords[OWNER_ROLE]}';`,
    `create role ${APPLICATION_ROLE} ${powerless} password '${passwords[APPLICATION_ROLE]}';`,
    `create database ${DATABASE} owner ${OWNER_ROLE} template template0 encoding 'UTF8' locale 'C';`,
    `revoke all on database ${DATABASE} from public;`,
    `grant connect on database ${DATABASE} to ${APPLICATION_ROLE};`,
    'revoke all on database postgres from public;',
    'revoke all on database template1 from public;',
  ];
}
