import type { Comparison } from '../../model/comparison.ts';

/** The comparison as one JSON document, an indicator a line, in pieces: all of it at once may be too much for the memory. */
export function* comparisonJson({ base, documents, indicators, provinces, warnings }: Comparison): Generator<string> {
  yield `{\n"base": ${JSON.stringify(base)},\n"documents": ${JSON.stringify(documents ?? [])},\n"indicators": [`;
  for (const [i, indicator] of indicators.entries()) yield `${i === 0 ? '' : ','}\n${JSON.stringify(indicator)}`;
  yield `\n],\n"provinces": ${JSON.stringify(provinces ?? [])},\n"warnings": ${JSON.stringify(warnings)}\n}\n`;
}
