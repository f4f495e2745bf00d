// The rooms of an organization, as the navigation names them.
import type { Action } from '../permissions/roles';

/** `at` follows the address of the organization. */
export const NAVIGATION: readonly { label: string; at: string }[] = [
  { label: 'Overview', at: '' },
  { label: 'Questionnaires', at: '/questionnaires' },
  { label: 'Safeguards', at: '/safeguards' },
  { label: 'Policies', at: '/policies' },
  { label: 'Registers', at: '/registers' },
  { label: 'Obligations', at: '/obligations' },
  { label: 'Assessments', at: '/assessments' },
  { label: 'Settings', at: '/settings' },
];

export interface Tab {
  label: string;
  at: string;
  /** shown to whoever may do this: the same that its page asks */
  action: Action;
  /** the room that it belongs to, when its address does not begin with that room's */
  room?: string;
  /** what it holds, for the page that lists the room's registers */
  tells?: string;
}

/** The registers of a practice, as the page of all registers lists them; those made later live under /registers. */
export const REGISTERS: readonly (Tab & { tells: string })[] = [
  {
    label: 'Incidents',
    at: '/incidents',
    room: '/registers',
    action: 'records.read',
    tells: 'What went wrong or may have, whom to tell, and by when.',
  },
  {
    label: 'Consent forms',
    at: '/registers/consent-forms',
    action: 'records.read',
    tells:
      'What clients are asked to agree to: telehealth, AI and recording, each on its own form, by version.',
  },
  {
    label: 'Staff',
    at: '/registers/staff',
    action: 'records.read',
    tells: 'Who works here and in which job: it decides who acknowledges policies and who learns what.',
  },
  {
    label: 'Training',
    at: '/registers/training',
    action: 'records.read',
    tells: 'Who was trained in what, who passed, and who still lacks what.',
  },
  {
    label: 'Assets',
    at: '/registers/assets',
    action: 'records.read',
    tells: 'Places, devices, systems, media and paper, and how they are connected.',
  },
  {
    label: 'Risks',
    at: '/registers/risks',
    action: 'scores.read',
    tells: 'Threats to the whole practice with their levels, the gaps behind them and what they concern.',
  },
  {
    label: 'Findings',
    at: '/registers/findings',
    action: 'records.read',
    tells: 'Gaps that somebody saw, and what is done about each: by whom, by when, and whether it worked.',
  },
  {
    label: 'Accepted risks',
    at: '/registers/risk-acceptances',
    action: 'records.read',
    tells: 'Risks that somebody bears by name, for a reason and until a day.',
  },
  {
    label: 'Decisions',
    at: '/registers/practice-decisions',
    action: 'records.read',
    tells: 'Whether the practice uses AI at all, and each tool, with its reasons and conditions.',
  },
  {
    label: 'Bias audits',
    at: '/registers/bias-audits',
    action: 'records.read',
    tells: 'Whether results of AI are as good for one group as for another.',
  },
  {
    label: 'Log reviews',
    at: '/registers/log-reviews',
    action: 'records.read',
    tells: 'Who went through which log, and what was odd.',
  },
  {
    label: 'Disputed decisions',
    at: '/registers/disputed-decisions',
    action: 'records.read',
    tells: 'What AI decided and somebody questioned, with what people decided.',
  },
  {
    label: 'Performance',
    at: '/registers/performance-measurements',
    action: 'records.read',
    tells: 'Measured figures beside what vendors promised.',
  },
  {
    label: 'Vendor reviews',
    at: '/registers/vendor-reviews',
    action: 'records.read',
    tells: 'Talks with vendors, and what was agreed by when.',
  },
  {
    label: 'Exit plans',
    at: '/registers/exit-plans',
    action: 'records.read',
    tells: 'How each tool would be left, and whether it was tried.',
  },
];

/** Pages within a room. */
export const TABS: readonly Tab[] = [
  ...REGISTERS,
  { label: 'Practice profile', at: '/settings', action: 'organization.read' },
  { label: 'People', at: '/settings/people', action: 'members.read' },
  { label: 'Signing in', at: '/settings/sign-in', action: 'members.read' },
  { label: 'Firm on reports', at: '/settings/letterhead', action: 'organization.read' },
  { label: 'API keys', at: '/settings/keys', action: 'api-keys.manage' },
  { label: 'Audit log', at: '/settings/log', action: 'audit-log.read' },
  { label: 'Backups', at: '/settings/backups', action: 'backups.read' },
];

/** The room that a tab is in: the one that it names, or the one that its address begins with. */
export function isTabOf(room: string, { at, room: named }: Tab): boolean {
  return room !== '' && (named ?? at).startsWith(room);
}
