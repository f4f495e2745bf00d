import type { AssessmentDocument } from '../../../assessments/assessment.document';
import { nameOfThing } from '../../../assets/inventory-names';
import { DATA_CLASS_WORDS } from '../../security-risk-assessment/fact-words';
import { codeWords, day, lines, sheetOf, WIDTH, type Sheet } from '../sheet';

/** Every asset, in use or not, a row each, with what is open about it on the date. */
export function inventorySheet({ dossier, inventoryRegister }: AssessmentDocument): Sheet {
  const place = (key: string | null | undefined): string | null =>
    key ? nameOfThing(dossier, 'location', key) : null;
  const open = (key: string): string[] =>
    (inventoryRegister?.findings ?? [])
      .filter((one) => one.of === 'asset' && one.key === key)
      .map(({ words }) => words);
  const none = inventoryRegister
    ? 'No asset is on record.'
    : 'Places, systems and media were not listed in this assessment.';
  return sheetOf('Assets', none, dossier.assets ?? [], [
    { title: 'Asset', width: WIDTH.name, cell: ({ name }) => name },
    { title: 'Key', width: 22, cell: ({ key }) => key },
    { title: 'Kind', width: WIDTH.name, cell: ({ kind }) => codeWords(kind) },
    { title: 'Answers for it', width: WIDTH.name, cell: ({ responsible }) => responsible },
    { title: 'Place', width: WIDTH.name, cell: ({ location }) => place(location) },
    {
      title: 'Run by',
      width: WIDTH.name,
      cell: ({ hostedBy }) => dossier.vendors.find(({ key }) => key === hostedBy)?.name,
    },
    {
      title: 'Client data',
      width: WIDTH.short,
      cell: ({ handlesClientData }) => codeWords(handlesClientData),
    },
    {
      title: 'Kinds of data',
      width: WIDTH.sentence,
      cell: ({ dataClasses }) => lines((dataClasses ?? []).map((one) => DATA_CLASS_WORDS[one])),
    },
    {
      title: 'Clients',
      width: WIDTH.short,
      cell: ({ clientVolume }) => clientVolume && codeWords(clientVolume),
    },
    {
      title: 'Encrypted',
      width: WIDTH.short,
      cell: ({ encryptedAtRest }) => codeWords(encryptedAtRest ?? 'unknown'),
    },
    {
      title: 'Locks itself',
      width: WIDTH.short,
      cell: ({ locksItself }) => locksItself && codeWords(locksItself),
    },
    { title: 'Wiped from afar', width: WIDTH.short, cell: ({ managed }) => managed && codeWords(managed) },
    { title: 'Mended until', width: WIDTH.short, cell: ({ supportedUntil }) => day(supportedUntil) },
    { title: 'Copied', width: WIDTH.short, cell: ({ backedUp }) => backedUp && codeWords(backedUp) },
    {
      title: 'Belongs to a person',
      width: WIDTH.short,
      cell: ({ personallyOwned }) => personallyOwned && codeWords(personallyOwned),
    },
    { title: 'Open', width: WIDTH.sentence, cell: ({ key }) => lines(open(key)) },
    { title: 'Left out because', width: WIDTH.sentence, cell: ({ excludedBecause }) => excludedBecause },
    { title: 'Left', width: WIDTH.short, cell: ({ disposal }) => day(disposal?.on) },
    {
      title: 'How it left',
      width: WIDTH.name,
      cell: ({ disposal }) => disposal && codeWords(disposal.method),
    },
    { title: 'Looked through', width: WIDTH.short, cell: ({ reviewedOn }) => day(reviewedOn) },
  ]);
}
