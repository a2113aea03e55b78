import { lookup as resolve } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { PlanError } from '../../../model/errors.ts';

/** All that the internet uses of IPv6 so far; below it lie forms of IPv4 addresses, such as "::7f00:1" for 127.0.0.1. */
const GLOBAL = ipaddr.IPv6.parseCIDR('2000::/3');

/** Whether an address belongs to the public internet: no loopback, private, link-local or otherwise special range. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  // "::ffff:127.0.0.1" is 127.0.0.1.
  const plain = ipaddr.process(address);
  return plain.range() === 'unicast' && (plain instanceof ipaddr.IPv4 || plain.match(GLOBAL));
}

/** Which addresses may be asked: `isPublic`, unless a person said otherwise. */
export type Allowed = (address: string) => boolean;

/** @throws {PlanError} for an address written out in a URL ("[::1]", "127.1"), for which no name is looked up */
export function checkHost({ hostname }: URL, allowed: Allowed): void {
  const address = hostname.replace(/^\[(.*)\]$/u, '$1');
  if (isIP(address) > 0 && !allowed(address)) throw refused(hostname);
}

/**
 * Looks a name up and refuses it when any of its addresses is not allowed. Done at the connection itself: a name that
 * means something else a moment later is refused too.
 */
export const guardedLookup =
  (allowed: Allowed): LookupFunction =>
  (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error !== null) callback(error, '');
      else if (!addresses.every(({ address }) => allowed(address))) callback(refused(hostname), '');
      else if (options.all === true) callback(null, addresses);
      else callback(null, first?.address ?? '', first?.family);
    });
  };

function refused(host: string): PlanError {
  const detail = `${host} is on this machine or a private network. Allow it with --allow-private-network if that is meant.`;
  return new PlanError('url-refused', 'fetch', detail);
}
