/** Whether two things differ in one of their own fields; what lies in a field is not looked into. */
export function differ(a: object, b: object): boolean {
  const [one, other] = [Object.entries(a), new Map<string, unknown>(Object.entries(b))];
  return one.length !== other.size || one.some(([name, value]) => other.get(name) !== value);
}
