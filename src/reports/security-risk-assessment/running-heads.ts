// What stands above and below every page. Margin boxes are plain CSS, so typed text in them is written as escaped CSS strings.
import { cssString } from '../markup/own-markup';
import type { SecurityRiskAssessmentView } from './security-risk-assessment.presenter';

export function runningHeads({ running, services }: SecurityRiskAssessmentView): string {
  const section = (name: string, title: string) => `@page ${name}{@top-center{content:${cssString(title)}}}`;
  return [
    `@page{@top-left{content:${cssString(running.practice)}}@top-right{content:${cssString(running.state)}}` +
      `@bottom-left{content:${cssString(running.notice)}}@bottom-right{content:"Page " counter(page) " of " counter(pages)}}`,
    section('contents', 'Contents'),
    section('summary', 'Summary'),
    section('method', 'Scope and method'),
    section('flows', 'Where client data goes'),
    section('sources', 'Sources and evidence'),
    section('sign-off', 'Sign-off'),
    section('workings', 'Appendix A: Workings'),
    ...services.map(({ anchor, number, runningName }) => section(anchor, `${number} ${runningName}`)),
    ...services.map(({ anchor }) => `.page-${anchor}{page:${anchor}}`),
  ].join('\n');
}
