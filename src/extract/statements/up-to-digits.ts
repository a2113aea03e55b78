/** The words of a figure before its digits: "tối thiểu 35%" -> "tối thiểu ". */
export const upToDigits = (figure: string): string => figure.slice(0, Math.max(0, figure.search(/\d/u)));
