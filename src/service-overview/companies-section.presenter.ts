// Companies and systems behind a tool, in words: who they are, what binds them, and what nobody has asked yet.
import { countryName } from '../common/countries';
import type { YesNoUnknown } from '../common/words';
import { INTEGRATION_ACCESS_WORDS, INTEGRATION_KIND_WORDS } from '../vendors/companies/company-words';
import type { CompaniesFacts } from './tool-facts.query';

/** "Not bound by an agreement with the vendor" */
export interface Note {
  words: string;
  /** it is not well, or not known */
  isWeak: boolean;
}

export interface CompanyLine {
  name: string;
  what: string;
  notes: Note[];
  edit: string;
  remove: string;
}

export interface CompanyList {
  title: string;
  lines: CompanyLine[];
  /** what an empty list means; empty where there are lines */
  told: string;
  /** nobody has said that there are none */
  mayBeNone: boolean;
  add: string;
  addWords: string;
  none: string;
}

/** @param at address of the tool */
export function companiesSection(facts: CompaniesFacts, at: string): CompanyList[] {
  const { subcontractors, modelProviders, integrations, usesAi, modelProvider } = facts;
  const lists = [
    listOf(at, {
      ...{ title: 'Companies that work for the vendor', path: 'subcontractors', addWords: 'Add a company' },
      ask: 'Ask the vendor; a list of subprocessors mostly stands on its site.',
      lines: subcontractors?.map(
        ({ key, name, role, country, agreement, handlesClientData, providesModel }) => ({
          ...{
            key,
            name,
            what: [role, countryOf(country), providesModel === 'yes' && 'provides an AI model'],
          },
          notes: handlesClientData === 'no' ? [good('Gets no data of clients')] : [bound(agreement)],
        }),
      ),
    }),
    listOf(at, {
      ...{ title: 'Who provides the AI models', path: 'model-providers', addWords: 'Add a provider' },
      ask: 'Ask the vendor whose models it uses, and what that company may do with what it is sent.',
      lines: modelProviders?.map(({ key, name, models, country, agreement, trainsOnData }) => ({
        ...{ key, name, what: [models?.join(', '), countryOf(country)] },
        notes: [bound(agreement), TRAINS[trainsOnData]],
      })),
      instead: modelProvider ? `In words: ${modelProvider}. ` : '',
    }),
    listOf(at, {
      ...{ title: 'Systems it is connected to', path: 'integrations', addWords: 'Add a system' },
      ask: 'Look at its settings for what it is connected to.',
      lines: integrations?.map(({ key, name, kind, access }) => ({
        ...{
          key,
          name,
          what: [INTEGRATION_KIND_WORDS[kind]],
        },
        notes: [access === 'unknown' ? UNKNOWN_ACCESS : good(INTEGRATION_ACCESS_WORDS[access])],
      })),
    }),
  ];
  return usesAi || modelProviders ? lists : lists.filter((_list, place) => place !== 1);
}

const good = (words: string): Note => ({ words, isWeak: false });
const weak = (words: string): Note => ({ words, isWeak: true });

const UNKNOWN_ACCESS = weak('What it may do there is not known');

const TRAINS: Readonly<Record<YesNoUnknown, Note>> = {
  yes: weak('Trains models on what it is sent'),
  no: good('Does not train on what it is sent'),
  unknown: weak('Whether it trains on what it is sent is not known'),
};

function bound(agreement: YesNoUnknown | null | undefined): Note {
  if (agreement === 'yes') return good('Bound by an agreement with the vendor');
  if (agreement === 'no') return weak('Not bound by an agreement with the vendor');
  return weak('Whether an agreement binds it is not known');
}

function countryOf(country: string | null | undefined): string {
  return country ? countryName(country) : 'country not known';
}

interface ListFacts {
  title: string;
  path: string;
  addWords: string;
  lines:
    | {
        key: string;
        name: string;
        what: (string | false | null | undefined)[];
        notes: Note[];
      }[]
    | null
    | undefined;
  instead?: string;
  /** how to find out */
  ask: string;
}

function listOf(at: string, { title, path, addWords, lines, ask, instead = '' }: ListFacts): CompanyList {
  const here = `${at}/${path}`;
  const unknown = `${instead}Nobody has said yet whether there are any. ${ask}`;
  return {
    ...{ title, addWords, add: `${here}/new`, none: `${here}/list/none` },
    lines: (lines ?? []).map(({ key, name, what, notes }) => ({
      ...{ name, notes, what: what.filter(Boolean).join('; ') },
      edit: `${here}/${key}/edit`,
      remove: `${here}/${key}/removal`,
    })),
    told: lines == null ? unknown : lines.length === 0 ? 'None, as far as is on record.' : '',
    mayBeNone: lines == null,
  };
}
