// From YAML nodes to plain values, counting as it goes: aliases may repeat what stands above them, but not without bound.
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type ParsedNode,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { pointerTo, type FaultList } from '../common/faults';

/** Values in all, those that aliases repeat included. */
export const MAX_YAML_VALUES = 300_000;

/** Depth that aliases may add up to: each may be shallow and stand in the one before. */
const MAX_DEPTH = 64;

const READ_TAGS = new Set(
  ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((name) => `tag:yaml.org,2002:${name}`),
);

/** The plain value; what cannot be read is a fault at its pointer (and null in the value). */
export function valueOfYaml(contents: ParsedNode | null, faults: FaultList): unknown {
  return new YamlReading(faults).valueOf(contents, '');
}

class YamlReading {
  private readonly anchored = new Map<string, Node>();
  private readonly open = new Set<Node>();
  private count = 0;

  constructor(private readonly faults: FaultList) {}

  valueOf(node: unknown, pointer: string): unknown {
    this.count += 1;
    if (this.count > MAX_YAML_VALUES)
      return this.refuse('', 'aliases make it too large; write the records out, or fewer');
    if (this.open.size > MAX_DEPTH) return this.refuse('', 'aliases nest it too deep; write the records out');
    if (node === null || node === undefined) return null;
    if (isAlias(node)) return this.aliased(node.source, pointer);
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return this.refuse(pointer, 'cannot be read');
    if (node.tag && !READ_TAGS.has(node.tag))
      return this.refuse(pointer, 'has a tag that is not read; take it out');
    if (node.anchor) this.anchored.set(node.anchor, node);
    if (isScalar(node)) return typeof node.value === 'bigint' ? Number(node.value) : node.value;
    this.open.add(node);
    const value = isMap(node) ? this.record(node, pointer) : this.list(node, pointer);
    this.open.delete(node);
    return value;
  }

  private record({ items }: YAMLMap, pointer: string): Record<string, unknown> {
    const record: Record<string, unknown> = {};
    for (const { key, value } of items) {
      if (this.isExhausted) break;
      const name = isScalar(key) ? nameOf(key) : undefined;
      if (name === undefined) this.refuse(pointer, 'has a field whose name is not a plain word');
      else if (name === '<<')
        this.refuse(pointerTo(pointer, name), 'merge keys are not read; write the fields out');
      else if (Object.hasOwn(record, name)) {
        this.faults.add(
          pointerTo(pointer, name),
          'duplicate-field',
          'stands twice in the same record; keep one',
        );
      } else setOwn(record, name, this.valueOf(value, pointerTo(pointer, name)));
    }
    return record;
  }

  private list({ items }: YAMLSeq, pointer: string): unknown[] {
    const list: unknown[] = [];
    for (const [index, item] of items.entries()) {
      if (this.isExhausted) break;
      list.push(this.valueOf(item, pointerTo(pointer, index)));
    }
    return list;
  }

  private aliased(anchor: string, pointer: string): unknown {
    const node = this.anchored.get(anchor);
    if (!node) return this.refuse(pointer, 'refers to an anchor (&) that does not stand above it');
    if (this.open.has(node)) return this.refuse(pointer, 'refers to a record that it stands in');
    return this.valueOf(node, pointer);
  }

  private refuse(pointer: string, detail: string): null {
    this.faults.add(pointer, 'unreadable', detail);
    return null;
  }

  private get isExhausted(): boolean {
    return this.count > MAX_YAML_VALUES;
  }
}

/** A name as it is written: 2026 is the name "2026". */
function nameOf(key: { value: unknown; source?: string }): string {
  return typeof key.value === 'string' ? key.value : (key.source ?? '');
}

/** Plain assignment would make "__proto__" the prototype. */
function setOwn(record: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(record, name, { value, writable: true, enumerable: true, configurable: true });
}
