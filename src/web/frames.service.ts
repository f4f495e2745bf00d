// What stands around every page: styles and scripts, where one is, who is signed in, what was just done.
import { Inject, Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { CLOCK, type Clock } from '../common/clock';
import { Tenancy } from '../database/tenancy';
import { isPerson, isVendorLink, type AuthenticatedRequest, type Caller } from '../identity/caller';
import { Assets } from './assets';
import { roleMay, type Role } from '../permissions/roles';
import { readFrame, readSigner, type FrameRow } from './frame.query';
import { isTabOf, NAVIGATION, TABS } from './navigation';
import { noticeOf } from './page';
import { addressOfList } from './place-in-list';
import { sectionIn, sectionOf } from './sections';

export interface Frame {
  title: string;
  styles: string;
  scripts: readonly string[];
  notice: string | null;
  /** where the name of the product leads; null for who came by a vendor's link, to whom nothing else is open */
  home: string | null;
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
  isExample: boolean;
  /** what the person is here */
  role: Role | null;
  links: FrameLink[];
  /** what the links are folded under on a narrow screen */
  menu: FrameMenu;
  /** pages within the room; empty where there is one */
  tabs: FrameLink[];
  tabMenu: FrameMenu;
  /** null for who is in one practice alone */
  others: OtherPlaces | null;
}

/** The other practices of the person, at the same section. */
interface OtherPlaces {
  /** the list of all, as it was left */
  all: string;
  links: { label: string; href: string; isExample: boolean }[];
  /** more than stand here: they are looked for by name */
  areMore: boolean;
  section: string;
}

interface FrameLink {
  label: string;
  href: string;
  isHere: boolean;
}

interface FrameMenu {
  name: string;
  /** which of its links is open; empty for none */
  here: string;
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
    this.scripts = ['htmx.js', 'duecare.js', 'judging.js', 'passkeys.js'].map((file) => assets.address(file));
  }

  /** Who is signed in, as a form that somebody signs offers it: name, and what they are in the organization. Empty for an API key. */
  async signerOf(caller: Caller, organizationId: string): Promise<{ name: string; role: string }> {
    if (!isPerson(caller)) return { name: '', role: '' };
    const signer = await this.tenancy.withPerson(caller.id, (manager) =>
      readSigner(manager, caller.id, organizationId),
    );
    return { name: signer?.name ?? '', role: signer?.role ? asTitle(signer.role) : '' };
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
      home: caller && isVendorLink(caller) ? null : '/',
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

/** security_official: Security official */
function asTitle(role: Role): string {
  const words = role.replaceAll('_', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function placeOf(
  organizationId: string | null,
  { organizationName, isClosed, isExample, role, others, othersCount }: FrameRow,
  { url, headers }: AuthenticatedRequest,
): Frame['organization'] {
  if (organizationId === null || organizationName === null) return null;
  const href = `/organizations/${organizationId}`;
  const path = url.split('?', 1)[0] ?? '';
  const links = NAVIGATION.map(({ label, at }) => ({
    label,
    href: `${href}${at}`,
    isHere: at === '' ? path === href : roomOf(href, path) === at,
  }));
  const section = sectionOf(path.slice(href.length));
  const elsewhere = {
    all: addressOfList(headers.cookie),
    links: others.map(({ id, name, role: there, isExample: madeUp }) => ({
      ...{ label: name, href: sectionIn(id, section, there), isExample: madeUp },
    })),
    areMore: othersCount > others.length,
    section,
  };
  const tabs = tabsOf(href, path, role);
  const menu = menuOf('Menu', links);
  return {
    ...{ name: organizationName, href, isClosed, isExample, role, links, menu, tabs },
    tabMenu: menuOf(menu.here, tabs),
    others: othersCount > 0 ? elsewhere : null,
  };
}

function menuOf(name: string, links: readonly FrameLink[]): FrameMenu {
  return { name, here: links.find(({ isHere }) => isHere)?.label ?? '' };
}

/** The room that a page is in, or null on the overview and on pages of a tool. */
function roomOf(href: string, path: string): string | null {
  const isAt = (at: string): boolean => path === `${href}${at}` || path.startsWith(`${href}${at}/`);
  const room = NAVIGATION.find(
    ({ at }) => at !== '' && (isAt(at) || TABS.some((tab) => isTabOf(at, tab) && isAt(tab.at))),
  );
  return room?.at ?? null;
}

function tabsOf(href: string, path: string, role: Role | null): FrameLink[] {
  const room = roomOf(href, path);
  if (room === null || !role) return [];
  return TABS.filter((tab) => isTabOf(room, tab) && roleMay(role, tab.action)).map(({ label, at }) => ({
    label,
    href: `${href}${at}`,
    isHere: at === room ? path === `${href}${at}` : path.startsWith(`${href}${at}`),
  }));
}
