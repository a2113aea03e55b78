import { anyOf, edged } from '../../language/words.ts';
import type { Pipeline } from '../../model/pipeline.ts';

/**
 * The pipeline of a document: one whose words its title holds, else the one of which its text says most, else `general`.
 *
 * @param text the document's own text; its first part decides
 */
export function choosePipeline(
  pipelines: readonly Pipeline[],
  title: string | null,
  text: string,
): Pipeline | undefined {
  // "CỦA CHÍNH PHỦ SỐ 16/…" is no "chính phủ số".
  const words = (title ?? '').replace(/(?<![\p{L}])số\s*:?\s*(?=\d)/giu, ' / ').replace(HYPHEN, ' - ');
  const titled = pipelines
    .map((pipeline) => ({ pipeline, at: firstMatch(pipeline.match.title, words) }))
    .filter(({ at }) => at >= 0);
  titled.sort((a, b) => a.at - b.at);
  if (titled[0] !== undefined) return titled[0].pipeline;
  const start = text.slice(0, 8000).replace(HYPHEN, ' - ');
  const scored = pipelines
    .map((pipeline) => ({
      pipeline,
      score: pipeline.match.text.filter((phrase) => firstMatch([phrase], start) >= 0).length,
    }))
    .filter(({ pipeline, score }) => score >= pipeline.match.textAtLeast)
    .sort((a, b) => b.score - a.score);
  return scored[0]?.pipeline ?? pipelines.find((pipeline) => pipeline.name === 'general');
}

/** "KINH TẾ-XÃ HỘI", "kinh tế – xã hội": hyphens join however they are set. */
const HYPHEN = /\s*[-–—]\s*/gu;

function firstMatch(phrases: readonly string[], text: string): number {
  const spaced = phrases.map((phrase) => phrase.replace(HYPHEN, ' - '));
  return phrases.length === 0 ? -1 : text.search(new RegExp(edged(anyOf(spaced)), 'iu'));
}
