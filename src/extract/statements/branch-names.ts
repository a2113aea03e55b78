/** A branch of the economy has a verb in its name: "công nghiệp - xây dựng", "công nghiệp và xây dựng". */
const BRANCH =
  /(?:[-–—,]\s*|(?<=nghiệp)\svà\s+|(?<=ngành|khu\svực|lĩnh\svực)\s+|^)xây\s+dựng(?!\s+(?:mới|thêm|được)(?!\p{L}))/giu;

/** "khu vực có vốn đầu tư nước ngoài": whose enterprises, and nothing is told of it. */
const OWNED =
  /(?<=(?:khu\svực|kinh\stế|thành\sphần|doanh\snghiệp|khối)\s)có\svốn(?:\s(?:đầu\stư|trực\stiếp|FDI))*(?:\s(?:nước\sngoài|nhà\snước|trong\snước))?/giu;

/** Words without the verbs that only belong to the name of a branch. */
export const withoutBranches = (words: string): string => words.replace(BRANCH, ' ').replace(OWNED, ' ');
