// The amendments of an agreement: what each changes, in words, and the list with one more or one changed. Pure.
import type { ClauseCatalog } from './clause-pages';
import type { AmendmentFields } from '../business-associate-agreements/amendment.fields';
import { amendmentsInOrder, startOf } from '../business-associate-agreements/agreement-editions';
import type { ProvisionId } from '../business-associate-agreements/provision.fields';
import type { CalendarDate } from '../common/calendar-date';
import { KEY_MAX_LENGTH } from '../common/fields';
import { keyFromName } from '../records/key-from-name';
import { shortDate } from '../reports/security-risk-assessment/date-words';
import { VERDICT_WORDS } from './clause-words';

type Amendments = readonly AmendmentFields[] | null | undefined;

/** Made from the title, with a number behind it where another amendment of the agreement has it. */
export function keyOfAmendment(title: string, amendments: Amendments): string {
  const taken = new Set((amendments ?? []).map(({ key }) => key));
  const wanted = keyFromName(title, 'amendment');
  let key = wanted;
  for (let number = 2; taken.has(key); number += 1) {
    const end = `-${number}`;
    key = `${wanted.slice(0, KEY_MAX_LENGTH - end.length).replace(/-+$/, '')}${end}`;
  }
  return key;
}

/** The list with this amendment in its place, or at the end where it is new. What the form does not ask for stays as it was. */
export function withAmendment(amendments: Amendments, amendment: AmendmentFields): AmendmentFields[] {
  const list = amendments ?? [];
  const isKnown = list.some(({ key }) => key === amendment.key);
  const given = Object.fromEntries(Object.entries(amendment).filter(([, value]) => value !== undefined));
  const changed = (before: AmendmentFields): AmendmentFields => withoutNulls({ ...before, ...given });
  return isKnown
    ? list.map((one) => (one.key === amendment.key ? changed(one) : one))
    : [...list, withoutNulls(amendment)];
}

/** Absent says the same as null, and a list without entries changes nothing. */
function withoutNulls(amendment: AmendmentFields): AmendmentFields {
  const said = Object.entries(amendment).filter(([, value]) => {
    return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
  });
  return Object.fromEntries(said) as unknown as AmendmentFields;
}

export interface AmendmentLine {
  key: string;
  title: string;
  /** "Signed Mar 1, 2026; in force since then; ..." */
  told: string;
}

/** @param service key of the tool on whose page the line stands; others are counted */
export function amendmentLines(
  amendments: Amendments,
  service: string,
  today: CalendarDate,
): AmendmentLine[] {
  return (amendments ?? []).map((amendment) => {
    const { key, title, endsOn, breachNoticeHours, noticePeriods, coverageLimits, provisions } = amendment;
    const [adds, removes] = [amendment.addsServices ?? [], amendment.removesServices ?? []];
    const words = [
      standingInWords(amendment, today),
      adds.includes(service) && 'adds this tool',
      others(adds, service, 'adds'),
      removes.includes(service) && 'takes this tool off',
      others(removes, service, 'takes off'),
      endsOn && `new last day ${shortDate(endsOn)}`,
      breachNoticeHours && `breach notice within ${breachNoticeHours} hours`,
      noticePeriods && 'changes periods',
      coverageLimits?.length && 'changes what is covered of a tool',
      provisions?.length && `changes ${provisions.length} ${provisions.length === 1 ? 'clause' : 'clauses'}`,
    ].filter((word): word is string => typeof word === 'string');
    return { key, title, told: words.join('; ') };
  });
}

function standingInWords(amendment: AmendmentFields, today: CalendarDate): string {
  const start = startOf(amendment);
  if (start === null) return 'Not signed, so it does not count yet';
  const { signedOn } = amendment;
  const signed = `Signed ${shortDate(signedOn as CalendarDate)}`;
  if (start === signedOn) return signed;
  return `${signed}, ${start <= today ? 'counts since' : 'counts from'} ${shortDate(start)}`;
}

function others(services: readonly string[], service: string, verb: string): string | false {
  const count = services.filter((key) => key !== service).length;
  return count > 0 && `${verb} ${count} other ${count === 1 ? 'tool' : 'tools'}`;
}

/** A clause on which a signed amendment says something else. */
export interface AmendedClause {
  provision: ProvisionId;
  /** "First Amendment, from Jun 1, 2026: It is there (section 2)" */
  told: string;
}

/** In the order in which the amendments count. */
export function amendedClauses(
  amendments: Amendments,
  { provisions: defined }: Pick<ClauseCatalog, 'provisions'>,
): AmendedClause[] {
  const groups = new Map(defined.map(({ id, group }) => [id, group]));
  return amendmentsInOrder({ amendments: [...(amendments ?? [])] }).flatMap(({ amendment, counts }) =>
    (amendment.provisions ?? []).flatMap(({ provision, verdict, reference }) => {
      const group = groups.get(provision);
      if (!group) return [];
      const { label } = VERDICT_WORDS[group][verdict];
      const where = reference ? ` (${reference})` : '';
      return [{ provision, told: `${amendment.title}, from ${shortDate(counts)}: ${label}${where}` }];
    }),
  );
}
