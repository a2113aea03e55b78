import { z } from 'zod';

/** A field of a Table Schema (version 2): a name, a type, what it means and what may stand in it. */
export interface SchemaField {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'object' | 'array' | 'any';
  readonly description?: string;
  readonly constraints?: Readonly<Record<string, unknown>>;
}

export interface SchemaReference {
  readonly fields: readonly string[];
  readonly reference: { readonly resource: string; readonly fields: readonly string[] };
}

/** The part of a field's JSON Schema that a table schema can say; null beside the type is told apart from it. */
const Choice = z.object({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  pattern: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
});
const description = z.string().optional();
const Shape = z.union([
  z.object({ description, anyOf: z.array(Choice) }),
  Choice.extend({ description }).transform(({ description: said, ...choice }) => ({
    description: said,
    anyOf: [choice],
  })),
]);
const LineShape = z.object({ properties: z.record(z.string(), Shape), required: z.array(z.string()).default([]) });
const TYPES = ['string', 'integer', 'number', 'boolean', 'object', 'array'] as const;

/** The fields of a row, from the schema that it is held against. */
export function fieldsOf(row: z.ZodObject): SchemaField[] {
  const { properties, required } = LineShape.parse(z.toJSONSchema(row, { io: 'input' }));
  return Object.entries(properties).map(([name, shape]) => fieldOf(name, shape, required.includes(name)));
}

/** A Table Schema (version 2). */
export function tableSchema(
  row: z.ZodObject,
  primaryKey: readonly string[],
  foreignKeys: readonly SchemaReference[],
): Readonly<Record<string, unknown>> {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    fields: fieldsOf(row),
    ...(primaryKey.length === 0 ? {} : { primaryKey }),
    ...(foreignKeys.length === 0 ? {} : { foreignKeys }),
  };
}

function fieldOf(name: string, { description: said, anyOf }: z.infer<typeof Shape>, present: boolean): SchemaField {
  const types = anyOf.flatMap(({ type }) => type ?? []);
  const type = TYPES.find((one) => types.includes(one)) ?? 'any';
  const value = anyOf.find((choice) => [choice.type].flat().includes(type)) ?? {};
  const date = value.pattern === String.raw`^\d{4}-\d{2}-\d{2}$`;
  const bounded = type === 'number' || type === 'integer';
  const constraints = {
    ...(present && !types.includes('null') ? { required: true } : {}),
    ...(value.enum === undefined ? {} : { enum: value.enum.filter((one) => one !== null) }),
    ...(bounded && within(value.minimum) ? { minimum: value.minimum } : {}),
    ...(bounded && within(value.maximum) ? { maximum: value.maximum } : {}),
  };
  return {
    name,
    type: date ? 'date' : type,
    ...(said === undefined ? {} : { description: said }),
    ...(Object.keys(constraints).length === 0 ? {} : { constraints }),
  };
}

/** Whole numbers carry the bounds of what a computer can hold, which say nothing of the field. */
const within = (bound: number | undefined): boolean => bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER;
