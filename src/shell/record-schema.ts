import { z } from 'zod';
import { Comparison } from '../model/comparison.ts';
import { PlanRecord, SCHEMA_VERSION } from '../model/record.ts';

/** The contract as JSON Schema (2020-12). Fields that it does not name are allowed: readers ignore what they do not know. */
export function recordSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(PlanRecord, { io: 'input', target: 'draft-2020-12' });
  return { $schema, $id: `urn:kehoach:plan-record:${SCHEMA_VERSION}`, title: 'Plan record of kehoach', ...schema };
}

/** What `kehoach compare --format json` writes. */
export function comparisonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(Comparison, { io: 'input', target: 'draft-2020-12' });
  return { $schema, $id: `urn:kehoach:comparison:${SCHEMA_VERSION}`, title: 'Comparison of kehoach', ...schema };
}
