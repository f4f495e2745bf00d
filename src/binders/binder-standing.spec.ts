import { binderStanding, type BinderPart } from './binder-standing';

const part = (format: BinderPart['format'], status: BinderPart['status']) => ({ format, status });

it.each<[string, ReturnType<typeof part>[], string, number, string[]]>([
  ['nothing printed', [], 'not_asked', 0, ['pdf', 'xlsx']],
  ['one printed, the other never asked for', [part('pdf', 'done')], 'not_asked', 1, ['xlsx']],
  ['both waiting', [part('pdf', 'queued'), part('xlsx', 'printing')], 'preparing', 0, []],
  ['one waiting', [part('pdf', 'printing'), part('xlsx', 'done')], 'preparing', 1, []],
  ['both printed', [part('pdf', 'done'), part('xlsx', 'done')], 'ready', 2, []],
  ['one failed', [part('pdf', 'failed'), part('xlsx', 'done')], 'failed', 1, ['pdf']],
  ['text taken out of one', [part('pdf', 'redacted'), part('xlsx', 'done')], 'not_asked', 1, ['pdf']],
])('with %s a binder is told as it is', (_name, parts, state, done, lacking) => {
  expect(binderStanding(parts)).toEqual({ state, done, of: 2, lacking });
});
