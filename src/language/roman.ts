const ROMAN: readonly (readonly [value: number, sign: string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** 14 is "XIV"; what no Roman numeral stands for, as digits. */
export function roman(count: number): string {
  if (count < 1 || count > 32767) return String(count);
  let rest = count;
  let printed = '';
  for (const [value, sign] of ROMAN) {
    printed += sign.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return printed;
}
