// The entries of a list to choose one from, as tags: first the one that chooses nothing, then each heading with what stands under it.
import { escaped } from '../common/markup/own-markup';
import type { OptionView } from './form-view';

/** @param blank what it means that nothing is chosen; empty where the list says nothing */
export function optionTags({
  options,
  blank = '',
}: {
  options: readonly OptionView[];
  blank?: string;
}): string {
  const groups = new Map<string, OptionView[]>();
  for (const option of options) {
    const within = groups.get(option.group ?? '') ?? [];
    groups.set(option.group ?? '', within);
    within.push(option);
  }
  const tags = [...groups].map(([label, within]) => {
    const listed = within.map(optionTag).join('');
    return label === '' ? listed : `<optgroup label="${escaped(label)}">${listed}</optgroup>`;
  });
  return [`<option value="">${escaped(blank)}</option>`, ...tags].join('');
}

function optionTag({ value, label, isChosen }: OptionView): string {
  return `<option value="${escaped(value)}"${isChosen ? ' selected' : ''}>${escaped(label)}</option>`;
}
