// What each role may do: the one table. A guard enforces it on every route (identity/access.guard.ts), docs/roles.md prints it, and a test walks
// every route with every role. Change a line here and nothing else.

export const ROLES = {
  owner: 'Answers for the practice or the firm. Everything, and the only one who names other owners.',
  security_official: 'Security official (45 CFR 164.308(a)(2)). Everything but naming owners.',
  privacy_official: 'Privacy official (45 CFR 164.530(a)(1)). Keeps the records and reviews assessments.',
  clinician: 'Sees clients. Reads, answers questionnaires and the AI Tech Checklist.',
  staff: 'Works in the office. Keeps the records and collects evidence.',
  consultant:
    'A person of another organization who was invited. Keeps the records, drafts and reviews; never seals.',
  auditor: 'Reads, until a date.',
} as const;

export type Role = keyof typeof ROLES;
export const ROLE_NAMES = Object.keys(ROLES) as Role[];

const EVERYBODY: readonly Role[] = ROLE_NAMES;
const OFFICIALS: readonly Role[] = ['owner', 'security_official', 'privacy_official'];
const KEEPERS: readonly Role[] = [...OFFICIALS, 'staff', 'consultant'];
const WORKERS: readonly Role[] = [...KEEPERS, 'clinician'];
const JUDGES: readonly Role[] = [...OFFICIALS, 'consultant'];
const HEADS: readonly Role[] = ['owner', 'security_official'];

export interface Permission {
  /** what it is, after "may" */
  does: string;
  roles: readonly Role[];
  /** an API key may be given it as a scope; what only a person can answer for may not */
  scope: boolean;
}

const forKeysToo = (does: string, roles: readonly Role[]): Permission => ({ does, roles, scope: true });
const forPeopleOnly = (does: string, roles: readonly Role[]): Permission => ({ does, roles, scope: false });

export const PERMISSIONS = {
  'organization.read': forKeysToo('read the profile of the organization', EVERYBODY),
  'organization.change': forKeysToo('change the profile of the organization', JUDGES),
  'organization.export': forPeopleOnly('take everything of the organization as one archive', HEADS),
  'organization.close': forPeopleOnly('close the organization and open it again', ['owner']),
  'records.read': forKeysToo('read vendors, tools, agreements and every other record', EVERYBODY),
  'records.write': forKeysToo('add and change those records', KEEPERS),
  'checklists.write': forKeysToo('answer the AI Tech Checklist', WORKERS),
  'adjustments.write': forKeysToo("set an assessor's adjustment", JUDGES),
  'obligations.set': forKeysToo(
    'change the interval of an obligation, say that one does not apply, show the proposed rule',
    JUDGES,
  ),
  'policies.adopt': forPeopleOnly(
    'adopt a version of a policy, and say that a policy no longer holds',
    OFFICIALS,
  ),
  'policies.acknowledge': forPeopleOnly('acknowledge a policy for themselves', [
    ...OFFICIALS,
    'clinician',
    'staff',
  ]),
  'consent-forms.adopt': forPeopleOnly(
    'adopt a form of consent, say that clients are asked by it, and withdraw it',
    OFFICIALS,
  ),
  'calendar-links.own': forPeopleOnly('have their own calendar show what is due, by a secret link', WORKERS),
  'risks.decide': forPeopleOnly(
    'accept a risk for the practice, and decide whether it uses a tool',
    OFFICIALS,
  ),
  'files.read': forKeysToo('read uploaded files', EVERYBODY),
  'files.write': forKeysToo('upload files', WORKERS),
  'files.destroy': forPeopleOnly('destroy a file for good', OFFICIALS),
  'questionnaires.read': forKeysToo('read questionnaires', EVERYBODY),
  'questionnaires.issue': forKeysToo('issue and withdraw questionnaires', KEEPERS),
  'questionnaires.answer': forKeysToo('answer and submit questionnaires', WORKERS),
  'questionnaires.review': forPeopleOnly('review answers', JUDGES),
  'dossier.read': forKeysToo('export the dossier', EVERYBODY),
  'dossier.import': forKeysToo('import a dossier', KEEPERS),
  'scores.read': forKeysToo('read scores and tasks', EVERYBODY),
  'clearance.ask': forKeysToo('ask whether a tool may be used now', WORKERS),
  'assessments.read': forKeysToo('read assessments', EVERYBODY),
  'assessments.draft': forKeysToo('draw up an assessment', KEEPERS),
  'assessments.comment': forPeopleOnly('comment on the sections of an assessment', KEEPERS),
  'assessments.review': forPeopleOnly('review an assessment', JUDGES),
  'assessments.seal': forPeopleOnly('seal an assessment', HEADS),
  'reports.read': forKeysToo('read reports', EVERYBODY),
  'reports.print': forKeysToo('have reports printed', KEEPERS),
  'binders.make': forPeopleOnly(
    'put the binder of a sealed assessment together and take it: report, document, evidence and log',
    OFFICIALS,
  ),
  'text.redact': forPeopleOnly('take out text that should not have been typed, for good', OFFICIALS),
  'audit-log.read': forKeysToo('read, verify and export the audit log', [...JUDGES, 'auditor']),
  'audit-log.sign': forKeysToo('have a checkpoint of the audit log signed', JUDGES),
  'audit-log.prune': forPeopleOnly('delete entries of the audit log after their term', HEADS),
  'backups.read': forPeopleOnly('see how the backups of the installation stand', ['owner']),
  'members.read': forPeopleOnly('see who belongs to the organization', [...JUDGES, 'auditor']),
  'members.manage': forPeopleOnly(
    'invite people, change their roles, end their membership or their sessions here',
    HEADS,
  ),
  'sign-in-rules.manage': forPeopleOnly('say how members have to sign in', HEADS),
  'letterhead.manage': forPeopleOnly('say which firm is named on reports, and how', OFFICIALS),
  'single-sign-on.manage': forPeopleOnly('say which identity provider vouches for members', ['owner']),
  'api-keys.manage': forPeopleOnly('make, rotate and revoke API keys', HEADS),
} as const satisfies Readonly<Record<string, Permission>>;

export type Action = keyof typeof PERMISSIONS;
export const ACTIONS = Object.keys(PERMISSIONS) as Action[];

/** What an API key may be allowed. */
export const SCOPES: readonly Action[] = ACTIONS.filter((action) => PERMISSIONS[action].scope);

export function roleMay(role: Role, action: Action): boolean {
  const { roles }: Permission = PERMISSIONS[action];
  return roles.includes(role);
}
