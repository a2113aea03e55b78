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

/** The part of a field's JSON Schema that a table schema can say; null beside the type is told apart from it. */
const Choice = z.object({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  pattern: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
});
const Shape = z.union([z.object({ anyOf: z.array(Choice) }), Choice.transform((choice) => ({ anyOf: [choice] }))]);
const LineShape = z.object({ properties: z.record(z.string(), Shape), required: z.array(z.string()).default([]) });

function tableSchema(name: TableFile['name']): unknown {
  const { line, key, ofDocument } = TABLES[name];
  const { properties, required } = LineShape.parse(z.toJSONSchema(line, { io: 'input' }));
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    fields: Object.entries(properties).map(([field, shape]) => fieldOf(field, shape, required.includes(field))),
    primaryKey: [key],
    ...(ofDocument
      ? { foreignKeys: [{ fields: ['document'], reference: { resource: 'documents', fields: ['id'] } }] }
      : {}),
  };
}

function fieldOf(name: string, { anyOf }: z.infer<typeof Shape>, present: boolean): unknown {
  const types = anyOf.flatMap(({ type }) => type ?? []);
  const type = types.find((one) => one !== 'null') ?? 'any';
  const value = anyOf.find((choice) => [choice.type].flat().includes(type)) ?? {};
  const date = value.pattern === String.raw`^\d{4}-\d{2}-\d{2}$`;
  const constraints = {
    ...(present && !types.includes('null') ? { required: true } : {}),
    ...(value.enum === undefined ? {} : { enum: value.enum }),
    ...(type === 'number' && value.minimum !== undefined ? { minimum: value.minimum } : {}),
    ...(type === 'number' && value.maximum !== undefined ? { maximum: value.maximum } : {}),
  };
  return { name, type: date ? 'date' : type, ...(Object.keys(constraints).length === 0 ? {} : { constraints }) };
}
