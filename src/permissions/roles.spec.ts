import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../common/project-root';
import { ACTIONS, ROLE_NAMES, roleMay, SCOPES } from './roles';
import { rolesPage } from './roles-page';

describe('what each role may do', () => {
  it('is printed in docs/roles.md as it is today (renew it with: npm run docs)', () => {
    expect(readFileSync(join(PROJECT_ROOT, 'docs', 'roles.md'), 'utf8')).toBe(rolesPage());
  });

  it('the owner may do everything', () => {
    expect(ACTIONS.filter((action) => !roleMay('owner', action))).toEqual([]);
  });

  it('the auditor only reads', () => {
    expect(
      ACTIONS.filter((action) => roleMay('auditor', action)).filter((action) => !action.endsWith('.read')),
    ).toEqual([]);
  });

  it('a consultant neither seals nor manages the practice', () => {
    const mayNot = [
      'assessments.seal',
      'files.destroy',
      'members.manage',
      'api-keys.manage',
      'sign-in-rules.manage',
    ] as const;
    expect(mayNot.filter((action) => roleMay('consultant', action))).toEqual([]);
  });

  it('whoever may write something may read it', () => {
    const broken = ACTIONS.flatMap((write) => {
      const read = ACTIONS.find((other) => other === `${write.split('.')[0]}.read`);
      if (!read) return [];
      return ROLE_NAMES.filter((role) => roleMay(role, write) && !roleMay(role, read)).map((role) => [
        role,
        write,
      ]);
    });
    expect(broken).toEqual([]);
  });

  it('no API key may seal, review, destroy, or manage people and keys', () => {
    expect(SCOPES.filter((scope) => /\.(seal|review|destroy|manage)$/.test(scope))).toEqual([]);
  });
});
