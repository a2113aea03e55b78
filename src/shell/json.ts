/** What a text says as JSON; undefined where it is none, such as a line that a killed run tore. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
