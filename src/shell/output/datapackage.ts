import { Failure } from '../failure.ts';
import { dataPackageOf, type PackageSource } from './about.ts';
import { DocumentLine, TargetLine, TaskLine } from './lines.ts';
import type { ReplacedFile } from './replace-file.ts';
import { tableSchema } from './table-schema.ts';

export interface TableFile extends Pick<ReplacedFile, 'bytes' | 'sha256'> {
  readonly name: 'documents' | 'targets' | 'tasks' | 'failures';
}

const TABLES = {
  documents: { title: 'One line per document', line: DocumentLine, key: 'id', ofDocument: false },
  targets: { title: 'One line per target', line: TargetLine, key: 'id', ofDocument: true },
  tasks: { title: 'One line per task', line: TaskLine, key: 'id', ofDocument: true },
  failures: { title: 'One line per document that failed', line: Failure, key: 'source', ofDocument: false },
} as const;

/** The Data Package (version 2) that describes the tables: their fields come from the schemas that wrote them. */
export function descriptor(files: readonly TableFile[], sources: readonly PackageSource[]): unknown {
  return dataPackageOf(
    'kehoach',
    sources,
    files.map(({ name, bytes, sha256 }) => ({
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
      schema: schemaOf(name),
    })),
  );
}

function schemaOf(name: TableFile['name']): unknown {
  const { line, key, ofDocument } = TABLES[name];
  const document = { fields: ['document'], reference: { resource: 'documents', fields: ['id'] } };
  return tableSchema(line, [key], ofDocument ? [document] : []);
}
