import { join } from 'node:path';
import { dataPackageOf, type PackageSource } from '../output/about.ts';
import { type ReplacedFile, replaceFile } from '../output/replace-file.ts';
import { tableSchema } from '../output/table-schema.ts';
import { TABLES, type TableName } from './tables.ts';

export interface FileFormat {
  readonly extension: string;
  readonly mediaType: string;
  readonly dialect?: Readonly<Record<string, unknown>>;
}

export interface ExportedFile extends Pick<ReplacedFile, 'bytes' | 'sha256'> {
  readonly name: TableName;
}

/** Writes the datapackage.json of a folder of one file per table. */
export async function writeDescriptor(
  folder: string,
  { extension, mediaType, dialect }: FileFormat,
  files: readonly ExportedFile[],
  sources: readonly PackageSource[],
): Promise<void> {
  const descriptor = dataPackageOf(
    'kehoach-export',
    sources,
    files.map(({ name, bytes, sha256 }) => ({
      name,
      title: TABLES[name].title,
      type: 'table',
      path: `${name}.${extension}`,
      scheme: 'file',
      format: extension,
      mediatype: mediaType,
      ...(extension === 'parquet' ? {} : { encoding: 'utf-8' }),
      bytes,
      hash: `sha256:${sha256}`,
      ...(dialect === undefined ? {} : { dialect }),
      schema: schemaOf(name, files),
    })),
  );
  await replaceFile(join(folder, 'datapackage.json'), `${JSON.stringify(descriptor, null, 2)}\n`);
}

function schemaOf(name: TableName, files: readonly ExportedFile[]): unknown {
  const { row, primaryKey, foreignKeys } = TABLES[name];
  const references = foreignKeys
    .filter(({ table }) => files.some((file) => file.name === table))
    .map(({ columns, table, of }) => ({ fields: columns, reference: { resource: table, fields: of } }));
  return tableSchema(row, primaryKey, references);
}
