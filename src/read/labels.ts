/** True where a sentence or an item of a list ends with the line. */
export const terminated = (line: string): boolean => /[.;:!?…][”"’'»)\]]*$/u.test(line);

/** No small letter, and letters enough to be meant so. */
export const allCapitals = (text: string): boolean =>
  !/\p{Ll}/u.test(text) && (text.match(/\p{Lu}/gu)?.length ?? 0) >= 2;
