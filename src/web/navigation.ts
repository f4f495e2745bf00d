// The rooms of an organization, as the navigation names them.
import type { Action } from '../permissions/roles';

/** `at` follows the address of the organization. */
export const NAVIGATION: readonly { label: string; at: string }[] = [
  { label: 'Overview', at: '' },
  { label: 'Questionnaires', at: '/questionnaires' },
  { label: 'Safeguards', at: '/safeguards' },
  { label: 'Incidents', at: '/incidents' },
  { label: 'Obligations', at: '/obligations' },
  { label: 'Assessments', at: '/assessments' },
  { label: 'Settings', at: '/settings' },
];

export interface Tab {
  label: string;
  at: string;
  /** shown to whoever may do this: the same that its page asks */
  action: Action;
}

/** Pages within a room. */
export const TABS: readonly Tab[] = [
  { label: 'Practice profile', at: '/settings', action: 'organization.read' },
  { label: 'People', at: '/settings/people', action: 'members.read' },
  { label: 'Signing in', at: '/settings/sign-in', action: 'members.read' },
  { label: 'Firm on reports', at: '/settings/letterhead', action: 'organization.read' },
  { label: 'API keys', at: '/settings/keys', action: 'api-keys.manage' },
  { label: 'Audit log', at: '/settings/log', action: 'audit-log.read' },
  { label: 'Backups', at: '/settings/backups', action: 'backups.read' },
];
