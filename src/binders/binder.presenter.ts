import type { BinderResponse } from './binder.dto';
import { BINDER_FORMATS, type BinderFormat, type BinderState } from './binder-standing';

const STATE_WORDS: Readonly<Record<BinderState, { word: string; told: string }>> = {
  not_asked: {
    word: 'Not put together yet',
    told: 'It takes the report and the workbook; both are printed first.',
  },
  preparing: { word: 'Printing', told: 'A long PDF can take some minutes.' },
  ready: {
    word: 'Ready',
    told: 'It is packed as you save it, so that it holds what is on file at that moment.',
  },
  failed: {
    word: 'Failed',
    told: 'A part could not be printed. PDFs need a browser on the computer that Duecare runs on.',
  },
};

const PART_WORDS: Readonly<Record<BinderFormat, string>> = {
  pdf: 'The report (PDF)',
  xlsx: 'The registers (XLSX)',
};

const PRINT_WORDS: Readonly<Record<string, string>> = {
  queued: 'waits for its turn',
  printing: 'is being printed',
  done: 'is printed',
  failed: 'could not be printed',
  redacted: 'is gone',
};

export interface BinderView {
  at: string;
  here: string;
  download: string;
  /** to show who one is once more, and come back */
  signInAgain: string;
  word: string;
  told: string;
  progress: string;
  parts: string[];
  isWaiting: boolean;
  isReady: boolean;
  canAsk: boolean;
}

export function binderView(at: string, { state, done, of, parts }: BinderResponse): BinderView {
  const here = `${at}/binder`;
  return {
    ...{ at, here, download: `${here}/content` },
    signInAgain: `/sign-in/second-factor?to=${encodeURIComponent(here)}`,
    ...STATE_WORDS[state],
    progress: `${done} of ${of} parts printed`,
    parts: BINDER_FORMATS.map((format) => {
      const status = parts.find((one) => one.format === format)?.status;
      return `${PART_WORDS[format]} ${status ? PRINT_WORDS[status] : 'was not asked for yet'}.`;
    }),
    isWaiting: state === 'preparing',
    isReady: state === 'ready',
    canAsk: state === 'not_asked' || state === 'failed',
  };
}
