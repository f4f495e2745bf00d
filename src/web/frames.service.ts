// What stands around every page: styles and scripts, where one is, who is signed in, what was just done.
import { Inject, Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { CLOCK, type Clock } from '../common/clock';
import { Tenancy } from '../database/tenancy';
import { isPerson, type AuthenticatedRequest, type Caller } from '../identity/caller';
import { Assets } from './assets';
import { roleMay, type Role } from '../permissions/roles';
import { readFrame, type FrameRow } from './frame.query';
import { NAVIGATION, TABS } from './navigation';
import { noticeOf } from './page';
import { addressOfList } from './place-in-list';
import { sectionIn, sectionOf } from './sections';

export interface Frame {
  title: string;
  styles: string;
  scripts: readonly string[];
  notice: string | null;
  /** set on a page that waits for something */
  refreshSeconds: number | null;
  /** null for who is not signed in */
  person: { name: string } | null;
  organization: FramePlace | null;
}

interface FramePlace {
  name: string;
  href: string;
  isClosed: boolean;
  /** what the person is here */
  role: Role | null;
  links: FrameLink[];
  /** pages within the room; empty where there is one */
  tabs: FrameLink[];
  /** null for who is in one practice alone */
  others: OtherPlaces | null;
}

/** The other practices of the person, at the same section. */
interface OtherPlaces {
  /** the list of all, as it was left */
  all: string;
  links: { label: string; href: string }[];
  /** more than stand here: they are looked for by name */
  areMore: boolean;
  section: string;
}

interface FrameLink {
  label: string;
  href: string;
  isHere: boolean;
}

@Injectable()
export class Frames {
  private readonly styles: string;
  private readonly scripts: readonly string[];

  constructor(
    private readonly tenancy: Tenancy,
    @Inject(CLOCK) private readonly clock: Clock,
    assets: Assets,
  ) {
    this.styles = assets.address('duecare.css');
    this.scripts = [assets.address('htmx.js'), assets.address('duecare.js')];
  }

  /** The name of who is signed in, to be offered where a form asks for a name; empty for an API key. */
  async nameOf(caller: Caller): Promise<string> {
    if (!isPerson(caller)) return '';
    const of = { personId: caller.id, here: null };
    const row = await this.tenancy.withPerson(caller.id, (manager) => readFrame(manager, of));
    return row?.personName ?? '';
  }

  /** @param withRecords false for a page that tells of an error: the organization may not be the caller's to know */
  async around(request: AuthenticatedRequest, title: string, withRecords = true): Promise<Frame> {
    const { caller, params, query } = request;
    const { organizationId } = (params ?? {}) as { organizationId?: string };
    const { notice } = (query ?? {}) as { notice?: string };
    const [styles, scripts] = [this.styles, this.scripts];
    const waits = { refreshSeconds: null };
    const frame = {
      title,
      styles,
      scripts,
      notice: noticeOf(notice),
      ...waits,
      person: null,
      organization: null,
    };
    if (!caller || !isPerson(caller)) return frame;
    const at = withRecords && organizationId && isUuid(organizationId) ? organizationId : null;
    const here = at ? { organizationId: at, sessionId: caller.sessionId, now: this.clock.now() } : null;
    const of = { personId: caller.id, here };
    const row = await this.tenancy.withPerson(caller.id, (manager) => readFrame(manager, of));
    if (!row) return frame;
    return { ...frame, person: { name: row.personName }, organization: placeOf(at, row, request) };
  }
}

function placeOf(
  organizationId: string | null,
  { organizationName, isClosed, role, others, othersCount }: FrameRow,
  { url, headers }: AuthenticatedRequest,
): Frame['organization'] {
  if (organizationId === null || organizationName === null) return null;
  const href = `/organizations/${organizationId}`;
  const path = url.split('?', 1)[0] ?? '';
  const links = NAVIGATION.map(({ label, at }) => ({
    label,
    href: `${href}${at}`,
    isHere: at === '' ? path === href : path.startsWith(`${href}${at}`),
  }));
  const section = sectionOf(path.slice(href.length));
  const elsewhere = {
    all: addressOfList(headers.cookie),
    links: others.map(({ id, name, role: there }) => ({ label: name, href: sectionIn(id, section, there) })),
    areMore: othersCount > others.length,
    section,
  };
  return {
    ...{ name: organizationName, href, isClosed, role, links, tabs: tabsOf(href, path, role) },
    others: othersCount > 0 ? elsewhere : null,
  };
}

function tabsOf(href: string, path: string, role: Role | null): FrameLink[] {
  const room = NAVIGATION.find(({ at }) => at !== '' && path.startsWith(`${href}${at}`));
  if (!room || !role) return [];
  return TABS.filter(({ at, action }) => at.startsWith(room.at) && roleMay(role, action)).map(
    ({ label, at }) => ({
      label,
      href: `${href}${at}`,
      isHere: at === room.at ? path === `${href}${at}` : path.startsWith(`${href}${at}`),
    }),
  );
}
