import { PlanError } from '../../../model/errors.ts';

/** @throws {PlanError} for an address with a user or a password: it would stand in records, tables and logs */
export function refuseLogin({ username, password }: URL): void {
  if (username === '' && password === '') return;
  const detail =
    'The address holds a user or a password, which would stand in the records. Save the document yourself and give the file.';
  throw new PlanError('url-refused', 'fetch', detail);
}

/** An address as it may be printed. Of one that cannot be taken apart, all that may be a password is left out. */
export function withoutLogin(uri: string): string {
  const url = URL.canParse(uri) ? new URL(uri) : undefined;
  if (url !== undefined && url.username === '' && url.password === '') return uri;
  return uri.replace(/^(?<scheme>[a-z][a-z\d+.-]*:\/\/).*@/isu, '$<scheme>***@');
}
