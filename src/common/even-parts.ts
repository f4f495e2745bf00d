/** A list in parts alike in size, none longer than `most`: 13 by 6 are 5, 4 and 4, never 6, 6 and 1. */
export function evenParts<T>(list: readonly T[], most: number): T[][] {
  const parts = Math.ceil(list.length / most);
  const [least, larger] = [Math.floor(list.length / parts), list.length % parts];
  return Array.from({ length: parts }, (_none, index) => {
    const start = index * least + Math.min(index, larger);
    return list.slice(start, start + least + (index < larger ? 1 : 0));
  });
}
