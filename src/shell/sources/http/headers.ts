/** The part of a set of headers that is asked here. */
interface Headers {
  readonly get: (name: string) => string | null;
}

/** Seconds; a server that promises more is asked again all the same. */
const LONGEST = 30 * 24 * 3600;

/** ISO time until which a body may be used without asking again (`Cache-Control: max-age`), null where the server wants to be asked. */
export function freshUntil(headers: Headers, now: Date): string | null {
  const control = (headers.get('cache-control') ?? '').toLowerCase();
  if (/no-cache|no-store|must-revalidate/u.test(control)) return null;
  const age = /max-age\s*=\s*"?(\d+)/u.exec(control)?.[1];
  if (age === undefined || Number(age) === 0) return null;
  return new Date(now.getTime() + Math.min(Number(age), LONGEST) * 1000).toISOString();
}

/** Milliseconds that a busy server asks to be left alone (`Retry-After`, in seconds or as a date), undefined where it does not say. */
export function retryAfter(headers: Headers, now: Date): number | undefined {
  const said = headers.get('retry-after')?.trim();
  if (said === undefined || said === '') return undefined;
  if (/^\d+$/u.test(said)) return Number(said) * 1000;
  const date = Date.parse(said);
  return Number.isNaN(date) ? undefined : Math.max(date - now.getTime(), 0);
}
