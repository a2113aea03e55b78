import { type Document, isMap, isSeq, parseDocument, stringify, type YAMLMap } from 'yaml';
import { type Area, Indicator, type Pipeline } from '../../../model/pipeline.ts';
import {
  faultsOf,
  inconsistencies,
  type OpenYaml,
  openYaml,
  type PipelineFault,
  readPipeline,
} from '../../pipeline-yaml.ts';

/** What somebody wants to try: the whole pipeline, and which of its indicators are asked for. */
export interface TriedPipeline {
  readonly pipeline: Pipeline;
  /** As a file that `--pipeline` takes. */
  readonly yaml: string;
  /** Codes of the indicators that came; of a whole pipeline, all of it. */
  readonly codes: readonly string[];
}

/** A pipeline that indicators may join. */
export interface PipelineText {
  readonly pipeline: Pipeline;
  readonly yaml: string;
}

type Read = TriedPipeline | { readonly faults: readonly PipelineFault[] };

/**
 * Reads a pipeline, one indicator, or a list of them, as files of pipelines have them; JSON is YAML too.
 *
 * @param into the pipeline that indicators join, in the place of those that have their codes; without it they make one of their own
 * @param areas known ones, for a pipeline of its own
 */
export function readTried(text: string, into: PipelineText | undefined, areas: readonly Area[]): Read {
  const opened = openYaml(text);
  if ('faults' in opened) return opened;
  const { value } = opened;
  const isOne = isObject(value) && ('code' in value || 'all' in value);
  if (!isOne && !Array.isArray(value)) {
    const read = readPipeline(text);
    if ('faults' in read) return read;
    return { ...read, yaml: text, codes: read.pipeline.indicators.map(({ code }) => code) };
  }
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  const pathOf = (i: number, path: readonly PropertyKey[]): readonly PropertyKey[] => (isOne ? path : [i, ...path]);
  if (items.length === 0) return { faults: [opened.at([], 'there is no indicator in it')] };
  const parsed = items.map((item) => Indicator.safeParse(item));
  const faults = parsed.flatMap(({ error }, i) =>
    (error?.issues ?? []).flatMap((issue) => faultsOf({ ...issue, path: [...pathOf(i, issue.path)] }, opened.at)),
  );
  const indicators = parsed.flatMap(({ data }) => data ?? []);
  if (faults.length > 0) return { faults };
  const yaml = into === undefined ? ownPipeline(indicators, areas) : joined(into, opened, isOne);
  const read = readPipeline(yaml, false);
  if ('faults' in read) return read;
  const { pipeline } = read;
  const places = new Map(
    indicators.map(({ code }, i) => [pipeline.indicators.findIndex((one) => one.code === code), i]),
  );
  const told = inconsistencies(pipeline).map(([path, what]) => {
    const [list, at, ...rest] = path;
    const own = list === 'indicators' && typeof at === 'number' ? places.get(at) : undefined;
    return opened.at(own === undefined ? path : pathOf(own, rest), what);
  });
  if (told.length > 0) return { faults: told };
  return { pipeline, yaml, codes: indicators.map(({ code }) => code) };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The name of a pipeline that holds the indicators that were sent alone. */
const OWN = 'own-indicators';

function ownPipeline(indicators: readonly Indicator[], areas: readonly Area[]): string {
  const wanted = [...new Set(indicators.map(({ area }) => area))];
  const known = wanted.flatMap((code) => areas.find((one) => one.code === code) ?? []);
  return yamlOf({
    ...{ name: OWN, version: '1.0.0', topic: null, match: { title: [], text: [] } },
    ...{ areas: known, indicators },
  });
}

/** A pipeline as a file that people read: a list of phrases on one line. */
export const yamlOf = (value: object): string =>
  stringify(value, { lineWidth: 0, flowCollectionPadding: true, collectionStyle: 'any' });

/** The text of a pipeline with indicators in it: all else stays as it is written, but its version rises. */
function joined({ yaml, pipeline }: PipelineText, opened: OpenYaml, isOne: boolean): string {
  const sent = opened.document.contents;
  const nodes = isOne ? [sent] : isSeq(sent) ? sent.items : [];
  let text = yaml;
  for (const node of nodes) if (isMap(node)) text = withIndicator(text, node, opened.document);
  const [major, minor, patch] = pipeline.version.split('.').map(Number);
  return text.replace(/^version:.*$/mu, `version: ${major}.${minor}.${(patch ?? 0) + 1}`);
}

/** Puts the indicator in the place of the one that has its code, else behind the last. */
function withIndicator(text: string, node: YAMLMap, of: Document): string {
  const document = parseDocument(text);
  const list: unknown = document.get('indicators', true);
  const plain: unknown = node.toJS(of);
  if (!isSeq(list) || list.flow === true || list.items.length === 0) {
    document.setIn(['indicators'], [...(isSeq(list) ? (list.toJS(document) as unknown[]) : []), plain]);
    return document.toString({ lineWidth: 0 });
  }
  const code: unknown = node.get('code');
  const old = list.items.find((one) => isMap(one) && one.get('code') === code);
  const place = old ?? list.items.at(-1);
  const [start, end] = isMap(place) ? (place.range ?? [0, 0]) : [0, 0];
  const column = start - (text.lastIndexOf('\n', start - 1) + 1);
  const written = indented(plain, column);
  if (old !== undefined) return `${text.slice(0, start)}${written}${endOf(text, start, end)}`;
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const rest = endOf(text, start, end);
  return `${text.slice(0, start)}${text.slice(start, text.length - rest.length).trimEnd()}\n\n${before}${written}${rest}`;
}

/** What follows a node, from the end of its last line. */
function endOf(text: string, start: number, end: number): string {
  const own = text.slice(start, end).trimEnd();
  return text.slice(start + own.length);
}

/** The fields of an indicator as lines that begin in a column; what is in them stands on one line each. */
function indented(indicator: unknown, column: number): string {
  const fields = Object.entries(isObject(indicator) ? indicator : {});
  return fields.map(([name, value]) => `${name}: ${flow(value)}`).join(`\n${' '.repeat(column)}`);
}

const flow = (value: unknown): string =>
  stringify(value, { lineWidth: 0, collectionStyle: 'flow', flowCollectionPadding: isObject(value) }).trim();
