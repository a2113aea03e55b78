const LITTER = /^(?:\..*|~\$.*|thumbs\.db|desktop\.ini|__macosx|readme\.(?:md|txt)|manifest\.csv)$/iu;

/** Left behind by systems and editors, or by people to explain or list a folder, beside documents; never documents themselves. */
export const isLitter = (name: string): boolean => LITTER.test(name);
