/** A line longer than this is left as it is. */
export const LONGEST_LINE = 20_000;

/** A line without the marks that a parser leaves, for they are none of Markdown: people and programs put spaces inside of them. */
export const loosely = (line: string): string =>
  line.length > LONGEST_LINE ? line : withoutItalics(withoutBold(line)).trimEnd();

/** Programs leave the space between words inside a mark ("**Điều 1. **Phạm vi"), or mark nothing but a space; "(**)" refers to a note. */
export const withoutBold = (text: string): string =>
  text.includes('**') || text.includes('__')
    ? text
        .replace(/__(?=\S)(?<inner>.{1,600}?)(?<=\S)__/gu, '$<inner>')
        .replace(/\*\*(?!(?<=\(\*\*)\))(?<inner>(?:[^*]|\*(?!\*)){0,600}?)\*\*/gu, '$<inner>')
        .replace(/(?<![\s(*\\])\*\*(?![\s)*])/gu, '')
    : text;

export const withoutItalics = (text: string): string =>
  text.includes('*') || text.includes('_')
    ? text
        .replace(
          /(?<![\p{L}\p{N}*_])(?<mark>[*_])(?=[^\s*_])(?<inner>[^*_]{1,500}?)(?<=\S)\k<mark>(?![\p{L}\p{N}*_])/gu,
          '$<inner>',
        )
        // The same with the space before or behind it inside; before a letter, that space closes it.
        .replace(
          /(?<![\p{L}\p{N}*(\\])\*(?=[\p{L}\p{N}“"([])(?<inner>[^*]{1,900}?)(?:(?<=\s)\*(?!\*)|(?<![\s\\])\*(?![\p{L}\p{N}*]))/gu,
          '$<inner>',
        )
        // "** Mục tiêu*": what is set in italics begins with a star of its own.
        .replace(/^\*(?<inner>\*\s[^*]{1,400})\*$/u, '$<inner>')
        .replace(/^\*(?<inner>\s[^*]{1,400}\s)\*(?=\p{L})/u, '$<inner>')
    : text;
