/** A figure that is less sure than this of measuring what its row does is marked, wherever it is shown. */
export const DOUBTFUL = 0.8;
