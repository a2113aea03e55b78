/** Stands between a whole and its part in the text of an indicator: "Diện tích gieo trồng, trong đó lúa". */
export const OF_WHICH_JOINT = ', trong đó ';

/** The part alone: what tells a part of a measure from the whole. */
export function partAlone(indicator: string): string {
  const at = indicator.lastIndexOf(OF_WHICH_JOINT);
  return at < 0 ? indicator : indicator.slice(at + OF_WHICH_JOINT.length);
}
