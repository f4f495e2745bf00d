// In which section of a practice a page is, so that somebody who goes on to another practice finds themselves at the same.
import { roleMay, type Role } from '../permissions/roles';
import { NAVIGATION, TABS } from './navigation';

/** Every section, as what follows the address of a practice; the overview is empty. */
const SECTIONS: readonly string[] = [...new Set([...NAVIGATION, ...TABS].map(({ at }) => at))];

/**
 * The section of a page: that of one record is the list that it is in, and what is of a tool belongs to the overview.
 * @param at what follows the address of the practice: /settings/people/019a...
 */
export function sectionOf(at: string): string {
  const around = SECTIONS.filter((section) => at === section || at.startsWith(`${section}/`));
  return around.reduce((longest, one) => (one.length > longest.length ? one : longest), '');
}

/** What an address names; the overview for anything else. */
export function sectionNamed(text: string): string {
  return SECTIONS.includes(text) ? text : '';
}

/** Where the section is in a practice; the nearest that the role may see. */
export function sectionIn(organizationId: string, section: string, role: Role): string {
  const tab = TABS.find(({ at }) => at === section);
  const shown = !tab || roleMay(role, tab.action) ? section : section.slice(0, section.lastIndexOf('/'));
  return `/organizations/${organizationId}${shown}`;
}
