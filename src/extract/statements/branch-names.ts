/** A branch of the economy has a verb in its name: "công nghiệp - xây dựng", "công nghiệp và xây dựng". */
const BRANCH =
  /(?:[-–—,]\s*|(?<=nghiệp)\svà\s+|(?<=ngành|khu\svực|lĩnh\svực)\s+|^)xây\s+dựng(?!\s+(?:mới|thêm|được)(?!\p{L}))/giu;

/** Words without the verbs that only belong to the name of a branch. */
export const withoutBranches = (words: string): string => words.replace(BRANCH, ' ');
