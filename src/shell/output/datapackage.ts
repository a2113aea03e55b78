import { z } from 'zod';
import { SCHEMA_VERSION } from '../../model/record.ts';
import { Failure } from '../failure.ts';
import { DocumentLine, TargetLine, TaskLine } from './lines.ts';
import type { Replaced } from './replace-file.ts';

export interface TableFile extends Pick<Replaced, 'bytes' | 'sha256'> {
  readonly name: 'documents' | 'targets' | 'tasks' | 'failures';
}

const TABLES = {
  documents: { title: 'One line per document', line: DocumentLine, key: 'id', ofDocument: false },
  targets: { title: 'One line per target', line: TargetLine, key: 'id', ofDocument: true },
  tasks: { title: 'One line per task', line: TaskLine, key: 'id', ofDocument: true },
  failures: { title: 'One line per document that failed', line: Failure, key: 'source', ofDocument: false },
} as const;

/** The Data Package (version 2) that describes the tables: their fields come from the schemas that wrote them. */
export function descriptor(files: readonly TableFile[]): unknown {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'kehoach',
    title: 'Targets, tasks, agencies and deadlines of Vietnamese public plans',
    version: SCHEMA_VERSION,
    resources: files.map(({ name, bytes, sha256 }) => ({
      name,
      title: TABLES[name].title,
      type: 'table',
      path: `${name}.ndjson`,
      scheme: 'file',
      format: 'ndjson',
      mediatype: 'application/x-ndjson',
      encoding: 'utf-8',
      bytes,
      hash: `sha256:${sha256}`,
      schema: tableSchema(name),
    })),
  };
}

/** The part of a JSON Schema that a table schema can say. */
interface Shape {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly anyOf?: readonly Shape[];
}

function tableSchema(name: TableFile['name']): unknown {
  const { line, key, ofDocument } = TABLES[name];
  const shape = z.toJSONSchema(line, { io: 'input' });
  const required = new Set(shape.required ?? []);
  const properties: Readonly<Record<string, Shape>> = (shape.properties ?? {}) as Record<string, Shape>;
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    fields: Object.entries(properties).map(([field, value]) => fieldOf(field, value, required.has(field))),
    primaryKey: [key],
    ...(ofDocument
      ? { foreignKeys: [{ fields: ['document'], reference: { resource: 'documents', fields: ['id'] } }] }
      : {}),
  };
}

function fieldOf(name: string, shape: Shape, present: boolean): unknown {
  const choices = shape.anyOf ?? [shape];
  const nullable = choices.some(({ type }) => type === 'null');
  const value = choices.find(({ type }) => type !== 'null') ?? {};
  const date = value.pattern === String.raw`^\d{4}-\d{2}-\d{2}$`;
  const constraints = {
    ...(present && !nullable ? { required: true } : {}),
    ...(value.enum === undefined ? {} : { enum: value.enum }),
    ...(value.type === 'number' && value.minimum !== undefined ? { minimum: value.minimum } : {}),
    ...(value.type === 'number' && value.maximum !== undefined ? { maximum: value.maximum } : {}),
  };
  return {
    name,
    type: date ? 'date' : (value.type ?? 'any'),
    ...(Object.keys(constraints).length === 0 ? {} : { constraints }),
  };
}
