// What stands above and below every page. Margin boxes are plain CSS, so typed text in them is written as escaped CSS strings.
import { cssString } from '../../common/markup/own-markup';
import type { ReportView } from './report.presenter';

/** Sections that run on below each other share the page, and the head, of the first. */
const HEADS: Record<string, string> = {
  contents: 'Contents',
  summary: 'Summary',
  method: 'Scope and method',
  inventory: 'Places, systems and media in scope',
  flows: 'Where client data goes',
  actions: 'What to do, the practice itself, what changed',
  safeguards: 'Security Rule safeguards',
  'sign-off': 'Sign-off',
  'risk-register': 'Risk register',
  documents: 'Agreements and reports',
  answers: 'Checklist, questionnaires and incidents',
  sources: 'Evidence and citations',
  workings: 'Workings',
};

export function runningHeads({ running, services }: ReportView): string {
  const section = (name: string, title: string) => `@page ${name}{@top-center{content:${cssString(title)}}}`;
  return [
    `@page{@top-left{content:${cssString(running.practice)}}@top-right{content:${cssString(running.state)}}` +
      `@bottom-left{content:${cssString(running.notice)}}@bottom-right{content:"Page " counter(page) " of " counter(pages)}}`,
    // On the cover it stands at large.
    ...(running.preparedBy
      ? [
          `@page{@bottom-center{content:${cssString(running.preparedBy)}}}@page cover{@bottom-center{content:none}}`,
        ]
      : []),
    ...Object.entries(HEADS).map(([name, title]) => section(name, title)),
    ...services.map(({ anchor, number, runningName }) => section(anchor, `${number} ${runningName}`)),
    ...services.map(({ anchor }) => `.page-${anchor}{page:${anchor}}`),
  ].join('\n');
}
