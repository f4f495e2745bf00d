// docs/roles.md, written from the table.
import { ACTIONS, PERMISSIONS, ROLE_NAMES, ROLES, roleMay } from './roles';

const words = (name: string): string => name.replaceAll('_', ' ');

export function rolesPage(): string {
  const roles = ROLE_NAMES.map((role) => `- **${words(role)}**: ${ROLES[role]}`);
  const heads = ['may', 'permission', ...ROLE_NAMES.map(words), 'API key'];
  const lines = ACTIONS.map((action) => {
    const marks = ROLE_NAMES.map((role) => (roleMay(role, action) ? 'yes' : ''));
    return [PERMISSIONS[action].does, `\`${action}\``, ...marks, PERMISSIONS[action].scope ? 'scope' : ''];
  });
  return `# Who may do what

Written from \`src/permissions/roles.ts\` (\`npm run docs\`); a test holds it to that file, and another walks every route with every role.

A person has one account and a role in each organization. An API key has scopes in place of a role; it is never allowed more than its
organization's owner, and nothing that a person has to answer for. Who does not belong to an organization is told that it is not found.

${roles.join('\n')}

${table(heads, lines)}
`;
}

/** Padded as the formatter of the project pads tables. */
function table(heads: readonly string[], lines: readonly string[][]): string {
  const widths = heads.map((head, column) =>
    Math.max(3, head.length, ...lines.map((line) => line[column]?.length ?? 0)),
  );
  const row = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [row(heads), row(widths.map((width) => '-'.repeat(width))), ...lines.map(row)].join('\n');
}
